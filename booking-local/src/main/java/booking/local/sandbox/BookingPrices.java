package booking.local.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What bookings cost, as the gateway says it to an admin. Asking there, and not reading along on a
 * topic, means that a booking can be paid as soon as its 201 is out.
 */
final class BookingPrices {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long ADMIN = 1;

  /** An amount to pay in a currency, ISO 4217. */
  record Price(BigDecimal amount, String currency) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private final String gatewayUrl;
  private final Tokens tokens;

  BookingPrices(String gatewayUrl, Tokens tokens) {
    this.gatewayUrl = gatewayUrl;
    this.tokens = tokens;
  }

  /**
   * The price of a booking, empty if there is no such booking.
   *
   * @throws IOException when the gateway cannot be asked or has no answer now
   */
  Optional<Price> of(long bookingId, Instant now) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gatewayUrl + "/api/v1/admin/bookings/" + bookingId))
            .header("Authorization", "Bearer " + tokens.of(ADMIN, true, now))
            .timeout(PATIENCE)
            .build();
    HttpResponse<byte[]> answer = send(request);
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(price(json.readTree(answer.body())));
      case 404 -> Optional.empty();
      default -> throw new IOException("The gateway answered " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static Price price(JsonNode booking) {
    return new Price(
        booking.required("price").decimalValue(), booking.required("currency").textValue());
  }
}
