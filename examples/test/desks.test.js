import assert from 'node:assert/strict';
import { mkdtempSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Remembered } from '../booking/remembered.js';
import { refundDesk } from '../payment-service/refunds.js';
import { tell } from '../notification-service/telling.js';
import { words } from '../notification-service/words.js';

const REFUND = {
  refundId: 'r1', paymentId: 'p1', bookingId: 100001, amount: '20.00', currency: 'EUR', reason: 'user',
};
const HELD = {
  notificationId: '100001-held-1',
  kind: 'BOOKING_HELD',
  userId: 7,
  bookingId: 100001,
  roomName: 'Blue room',
  localStart: '2027-03-29T09:00',
  timeZone: 'Europe/Berlin',
  holdExpiresAt: Date.parse('2027-03-28T10:15:00Z'),
  amount: '20.00',
  currency: 'EUR',
};

const file = () => join(mkdtempSync(join(tmpdir(), 'examples-')), 'folder', 'file');

test('what was remembered is known after a restart, also behind half a line', () => {
  const at = file();
  new Remembered(at).remember('a', { n: 1 });
  appendFileSync(at, '\n["b",{"n');
  new Remembered(at).remember('c');

  const again = new Remembered(at);
  assert.deepEqual(again.get('a'), { n: 1 });
  assert.equal(again.has('b'), false);
  assert.equal(again.has('c'), true);
});

test('a refund is sent once and its end said each time, with the same words', async () => {
  const said = [];
  const desk = refundDesk(new Remembered(file()), async (...record) => said.push(record), () => 5);

  await desk(REFUND);
  await desk(REFUND);

  const settled = {
    refundId: 'r1', paymentId: 'p1', bookingId: 100001, status: 'SUCCEEDED', settledAt: 5,
  };
  assert.deepEqual(said, [['refund-settled', 'r1', settled], ['refund-settled', 'r1', settled]]);
});

test('a customer is told once, in the time of the room', () => {
  const sent = [];
  const telling = tell(new Remembered(file()), (...message) => sent.push(message));

  telling(HELD);
  telling(HELD);

  assert.deepEqual(sent, [[7,
    'Blue room, Monday, 29 March 2027 at 09:00 (booking 100001) is held for you until 12:15.'
      + ' Please pay 20.00 EUR.']]);
});

test('a refund in another currency is told in that currency', () => {
  const told = words({
    ...HELD, kind: 'PAYMENT_REFUNDED', reason: 'amount_mismatch', refundAmount: '5.00', refundCurrency: 'USD',
  });
  assert.match(told, /it was not the price\. You get back 5\.00 USD\.$/);
});

test('a kind from the future says nothing', () => {
  assert.equal(words({ ...HELD, kind: 'UNKNOWN' }), '');
});
