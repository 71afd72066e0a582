"""Tables of expected values that were made by hand from the law, and the two engines that are held against them."""
