"""What several tests share: the browser, Node, Java, and a server on a loopback port."""
