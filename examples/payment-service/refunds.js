/**
 * The desk that sends money back: each refund once, however often it is asked for. What is asked
 * for again is answered as it was the first time.
 */
export function refundDesk(sentBack, write, now = Date.now) {
  return async (refund) => {
    const { refundId, paymentId, bookingId, amount, currency, reason } = refund;
    if (sentBack.has(refundId)) {
      console.log(`Refund ${refundId} was asked for again`);
    } else {
      // A real one tells its bank the refundId, so that a kill between here and the next line
      // does not send the money twice.
      sentBack.remember(refundId, { status: 'SUCCEEDED', settledAt: now() });
      console.log(`Refund ${refundId}: ${amount} ${currency} for booking ${bookingId}, ${reason}`);
    }
    await write('refund-settled', refundId, {
      refundId,
      paymentId,
      bookingId,
      ...sentBack.get(refundId),
    });
  };
}
