import avro from 'avsc';

const AMOUNT = /^-?\d+(\.\d+)?$/;

/**
 * Avro's decimal as text, '20.00': an amount that becomes a JavaScript number has lost its cents
 * sooner or later.
 */
export class Decimal extends avro.types.LogicalType {
  constructor(schema, options) {
    super(schema, options);
    this.scale = schema.scale ?? 0;
    this.precision = schema.precision;
  }

  _fromValue(bytes) {
    const digits = BigInt.asIntN(bytes.length * 8, BigInt(`0x0${bytes.toString('hex')}`));
    const text = (digits < 0n ? -digits : digits).toString().padStart(this.scale + 1, '0');
    const point = text.length - this.scale;
    const sign = digits < 0n ? '-' : '';
    return this.scale === 0
      ? sign + text
      : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
  }

  /** Refuses what does not fit, so that no cent is rounded away. */
  _toValue(amount) {
    if (typeof amount !== 'string' || !AMOUNT.test(amount)) {
      return undefined;
    }
    const [whole, cents = ''] = amount.split('.');
    const digits = whole + cents.padEnd(this.scale, '0');
    if (cents.length > this.scale || digits.replace(/^-?0*/, '').length > this.precision) {
      return undefined;
    }
    return bytesOf(BigInt(digits));
  }

  _resolve(type) {
    return type instanceof Decimal && type.scale === this.scale ? (value) => value : undefined;
  }
}

/** Two's complement in as few bytes as hold it, the greatest first. */
function bytesOf(number) {
  let length = 1;
  while (BigInt.asIntN(length * 8, number) !== number) {
    length += 1;
  }
  const hex = BigInt.asUintN(length * 8, number).toString(16).padStart(length * 2, '0');
  return Buffer.from(hex, 'hex');
}
