import assert from 'node:assert/strict';
import { test } from 'node:test';
import avro from 'avsc';
import { Decimal } from '../booking/decimal.js';

const amount = avro.Type.forSchema(
  { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 },
  { logicalTypes: { decimal: Decimal } },
);

for (const text of ['0.00', '0.01', '0.50', '1.27', '1.28', '20.00', '-0.01', '-1.28', '-1.29',
  '9999999999.99', '-9999999999.99']) {
  test(`${text} comes back as it was written`, () => {
    assert.equal(amount.fromBuffer(amount.toBuffer(text)), text);
  });
}

test('an amount is written as Java writes it', () => {
  assert.equal(amount.toBuffer('20.00').toString('hex'), '0407d0');
  assert.equal(amount.toBuffer('1.28').toString('hex'), '040080');
  assert.equal(amount.toBuffer('7').toString('hex'), '0402bc');
});

for (const wrong of ['1.005', '10000000000.00', 'many', '', 20, null]) {
  test(`${JSON.stringify(wrong)} is no amount`, () => {
    assert.throws(() => amount.toBuffer(wrong), /invalid/);
  });
}
