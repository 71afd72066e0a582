import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.InzendingenApi;
import org.openapitools.client.model.Bericht;
import org.openapitools.client.model.Ontvangst;

/** What a vendor writes round the client: reads messages into its classes, a line each, sends them, and says what came back. */
public class Stuur {
    public static void main(String[] woorden) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(woorden[0]);
        ObjectMapper json = client.getObjectMapper();
        InzendingenApi inzendingen = new InzendingenApi(client);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String regel = in.readLine(); regel != null; regel = in.readLine()) {
            JsonNode geval = json.readTree(regel);
            Bericht bericht;
            try {
                bericht = json.readValue(geval.get("bericht").toString(), Bericht.class);
            } catch (IOException fout) {
                System.out.println("niet te lezen");
                continue;
            }
            try {
                Map<String, String> kop = Map.of("Proef-Omstandigheden", geval.get("omstandigheden").toString());
                Ontvangst ontvangst = inzendingen.verstuurInzending(bericht, null, "nl", kop);
                System.out.println("201 " + json.writeValueAsString(ontvangst));
                System.out.println("200 " + json.writeValueAsString(inzendingen.haalInzendingOp(ontvangst.getKenmerk())));
            } catch (ApiException fout) {
                System.out.println(fout.getCode() + " " + fout.getResponseBody());
            }
        }
    }
}
