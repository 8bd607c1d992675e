import { randomUUID } from 'node:crypto';

const AMOUNT = /^(?!0+(\.0+)?$)\d{1,10}(\.\d{1,2})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const BODY_MAX = 4096;

/** What a client got wrong, in words for it. */
class BadRequest extends Error {}

/**
 * The desk where customers pay. It believes that whatever is asked of it was paid; a real one asks
 * a bank, and writes to the topic once the bank has said so.
 */
export function paymentDesk(write, now = Date.now) {
  return async (request, response) => {
    try {
      if (request.method !== 'POST' || request.url !== '/payments') {
        answer(response, 404, { error: 'There is POST /payments only.' });
        return;
      }
      const attempt = read(await body(request));
      await say(attempt, write, now());
      answer(response, 202, { paymentId: attempt.paymentId });
    } catch (failure) {
      const theirs = failure instanceof BadRequest;
      console.log(`Not taken: ${failure.message}`);
      answer(response, theirs ? 400 : 503, {
        error: theirs ? failure.message : 'Not said for certain; send it again with its paymentId.',
      });
    }
  };
}

async function say({ paymentId, bookingId, amount, currency, declined }, write, at) {
  if (declined) {
    const failed = { paymentId, bookingId, reason: declined, failedAt: at };
    await write('payment-failed', paymentId, failed);
    console.log(`Payment ${paymentId} for booking ${bookingId} failed: ${declined}`);
    return;
  }
  const paid = { paymentId, bookingId, amount, currency, paidAt: at };
  await write('payment-succeeded', paymentId, paid);
  console.log(`Payment ${paymentId}: ${amount} ${currency} for booking ${bookingId}`);
}

function read(text) {
  const asked = parsed(text);
  const attempt = {
    paymentId: asked.paymentId ?? `pay-${randomUUID()}`,
    bookingId: asked.bookingId,
    amount: String(asked.amount ?? ''),
    currency: asked.currency ?? 'EUR',
    declined: asked.declined,
  };
  check(Number.isSafeInteger(attempt.bookingId) && attempt.bookingId > 0, 'bookingId: a number');
  check(isText(attempt.paymentId, 255), 'paymentId: 1 to 255 characters');
  if (attempt.declined !== undefined) {
    check(isText(attempt.declined, 500), 'declined: why, in 1 to 500 characters');
    return attempt;
  }
  check(AMOUNT.test(attempt.amount), 'amount: above 0, such as 20.00');
  check(isText(attempt.currency, 3) && CURRENCY.test(attempt.currency), 'currency: such as EUR');
  return attempt;
}

function parsed(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new BadRequest('That is no JSON.');
  }
}

function isText(value, most) {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function check(isRight, what) {
  if (!isRight) {
    throw new BadRequest(`Expected ${what}.`);
  }
}

async function body(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > BODY_MAX) {
      throw new BadRequest(`Expected at most ${BODY_MAX} characters.`);
    }
  }
  return text;
}

function answer(response, status, content) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(`${JSON.stringify(content)}\n`);
}
