package booking.gateway.request;

import booking.schemas.RequestResult;

/** Whom the inbox tells what it hears. */
interface Results {

  /** From now on no result is missed. */
  void listening();

  /** One result, perhaps of a request that nobody here has sent or still waits for. */
  void decided(RequestResult result);
}
