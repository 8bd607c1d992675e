package booking.local.sandbox;

import booking.local.sandbox.BookingPrices.Price;
import booking.schemas.PaymentSucceeded;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;

/** The customer at the payment service: every card is accepted, for any amount. */
@Path("/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentResource {

  private static final BigDecimal TOO_MUCH = new BigDecimal("10000000000");

  /** What is paid; all but the booking may be left out. */
  public record PaymentRequest(
      Optional<Long> bookingId,
      Optional<BigDecimal> amount,
      Optional<String> currency,
      Optional<String> paymentId) {}

  /** What was told to the system. */
  public record PaymentAnswer(
      String paymentId, long bookingId, BigDecimal amount, String currency) {}

  private final BookingPrices prices;
  private final PaymentTopics topics;
  private final InstantSource clock;

  PaymentResource(BookingPrices prices, PaymentTopics topics, InstantSource clock) {
    this.prices = prices;
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Answers 202 once Kafka has the payment; whether the booking takes it is the worker's to say.
   */
  @POST
  public Response pay(Optional<PaymentRequest> body) {
    PaymentRequest request = body.orElseThrow(() -> new BadRequestException("Give a bookingId"));
    long bookingId =
        request
            .bookingId()
            .filter(id -> id > 0)
            .orElseThrow(() -> new BadRequestException("Give a bookingId of 1 or more"));
    Price price = price(bookingId, request);
    String paymentId = paymentId(request);
    publish(
        new PaymentSucceeded(
            paymentId, bookingId, price.amount(), price.currency(), clock.instant()));
    return Response.accepted(
            new PaymentAnswer(paymentId, bookingId, price.amount(), price.currency()))
        .build();
  }

  private void publish(PaymentSucceeded payment) {
    try {
      topics.succeeded(payment);
    } catch (KafkaException unreachable) {
      throw new ServiceUnavailableException(
          "Kafka cannot be reached; the same paymentId may be sent again", 5L, unreachable);
    }
  }

  private Price price(long bookingId, PaymentRequest request) {
    Optional<BigDecimal> amount = request.amount().map(PaymentResource::cents);
    Optional<String> currency = request.currency().map(PaymentResource::currency);
    if (amount.isPresent() && currency.isPresent()) {
      return new Price(amount.get(), currency.get());
    }
    Price asked = askGateway(bookingId);
    return new Price(
        amount.orElseGet(() -> cents(asked.amount())), currency.orElse(asked.currency()));
  }

  private Price askGateway(long bookingId) {
    try {
      return prices
          .of(bookingId, clock.instant())
          .orElseThrow(
              () ->
                  new NotFoundException(
                      "No booking "
                          + bookingId
                          + "; to pay it all the same give amount and"
                          + " currency"));
    } catch (IOException unknown) {
      throw new ServiceUnavailableException(
          "The price of booking " + bookingId + " cannot be read now; give amount and currency",
          5L,
          unknown);
    }
  }

  /** Any sign is let through: what the worker makes of it is for the user to see. */
  private static BigDecimal cents(BigDecimal amount) {
    if (amount.stripTrailingZeros().scale() > 2 || amount.abs().compareTo(TOO_MUCH) >= 0) {
      throw new BadRequestException(
          "amount must have at most ten digits before and two after the point");
    }
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static String currency(String currency) {
    if (!currency.matches("[A-Z]{3}")) {
      throw new BadRequestException("currency must be three capital letters, e.g. EUR");
    }
    return currency;
  }

  private static String paymentId(PaymentRequest request) {
    String id = request.paymentId().orElseGet(() -> "pay-" + UUID.randomUUID());
    if (id.isEmpty() || id.length() > 255) {
      throw new BadRequestException("paymentId must have 1 to 255 characters");
    }
    return id;
  }
}
