package booking.gateway;

import booking.gateway.request.ResultInbox;
import com.codahale.metrics.health.HealthCheck;

/** Whether results arrive: without them no write can be answered. */
final class InboxHealth extends HealthCheck {

  private final ResultInbox inbox;

  InboxHealth(ResultInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  protected Result check() {
    return inbox.isFollowing()
        ? Result.healthy()
        : Result.unhealthy("the partition of results is not being followed");
  }
}
