/** Writes protobuf fields into one growing buffer: the counterpart of the reader beside it. */

const TWO_TO_32 = 0x1_0000_0000;

export class ProtobufWriter {
  #bytes: Buffer;
  #at = 0;

  constructor(expectedSize = 256) {
    this.#bytes = Buffer.allocUnsafe(expectedSize);
  }

  /** An unsigned number; a bigint where 53 bits are not enough. */
  number(field: number, value: number | bigint): this {
    this.#reserve(16);
    this.#varint(field * 8);
    if (typeof value === 'number') this.#varint(value);
    else this.#wide(value);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#reserve(value.length + 16);
    this.#varint(field * 8 + 2);
    this.#varint(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value, 'utf8'));
  }

  message(field: number, write: (inner: ProtobufWriter) => unknown): this {
    const inner = new ProtobufWriter(128);
    write(inner);
    return this.bytes(field, inner.finish());
  }

  /** A message without fields, where its presence alone is the meaning. */
  presence(field: number): this {
    return this.bytes(field, EMPTY);
  }

  finish(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  #varint(value: number): void {
    let rest = value;
    // Bit operations hold 32 bits only, so the upper part is divided off first.
    while (rest >= TWO_TO_32) {
      this.#bytes[this.#at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
      rest = rest >>> 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  #wide(value: bigint): void {
    let rest = value;
    while (rest >= 128n) {
      this.#bytes[this.#at++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#bytes[this.#at++] = Number(rest);
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + count));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

const EMPTY = new Uint8Array(0);
