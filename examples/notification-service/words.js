// What a notification says to a person. The amounts come as text and are passed on as text.

const WEEKDAY = { weekday: 'long' };
const DAY = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const REASONS = {
  user: 'as you asked',
  venue: 'by the venue, which is sorry',
  late_payment: 'it came too late',
  duplicate_payment: 'it was paid already',
  amount_mismatch: 'it was not the price',
  booking_cancelled: 'the booking was cancelled',
};

const WORDS = {
  BOOKING_HELD: (n) =>
    `${seat(n)} is held for you until ${timeOf(n.holdExpiresAt, n.timeZone)}.`
    + ` Please pay ${money(n)}.`,
  BOOKING_CONFIRMED: (n) => `${seat(n)} is yours.`,
  BOOKING_CANCELLED: (n) => `${seat(n)} was cancelled, ${why(n)}.${back(n)}`,
  HOLD_EXPIRED: (n) => `${seat(n)} was not paid in time and is free again.`,
  PAYMENT_FAILED: (n) => `Your payment for ${seat(n)} did not go through: ${why(n)}.`,
  PAYMENT_REFUNDED: (n) => `We could not keep your payment for ${seat(n)}: ${why(n)}.${back(n)}`,
  REFUND_SETTLED: (n) => `We have sent back ${refund(n)} for ${seat(n)}.`,
  REFUND_FAILED: (n) =>
    `We could not send back ${refund(n)} for ${seat(n)}; somebody is looking into it.`,
  BOOKING_COMPLETED: (n) => `Thank you for having been in ${n.roomName}.`,
};

/** The notification in words; empty for a kind that this service is too old to know. */
export function words(notification) {
  return WORDS[notification.kind]?.(notification) ?? '';
}

function seat(n) {
  // A local time has no zone of its own; read as UTC it stays as it is.
  const start = new Date(`${n.localStart}Z`);
  const when = `${format(WEEKDAY, start)}, ${format(DAY, start)} at ${format(TIME, start)}`;
  return `${n.roomName}, ${when} (booking ${n.bookingId})`;
}

function timeOf(millis, timeZone) {
  return format(TIME, new Date(millis), timeZone);
}

function format(parts, date, timeZone = 'UTC') {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(date);
}

function money(n) {
  return `${n.amount} ${n.currency}`;
}

function refund(n) {
  return `${n.refundAmount} ${n.refundCurrency ?? n.currency}`;
}

function back(n) {
  return Number(n.refundAmount) > 0 ? ` You get back ${refund(n)}.` : '';
}

function why(n) {
  return REASONS[n.reason] ?? n.reason ?? 'nobody said why';
}
