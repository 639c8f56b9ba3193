/*
 * Numbers as bytes, as the machine has them: what is kept names the byte order. They are read from a copy, since only in one of its own a list
 * of numbers can lie anywhere in a file.
 */

export function int32sIn(bytes: Uint8Array): Int32Array {
  return new Int32Array(copyOf(bytes, Int32Array.BYTES_PER_ELEMENT));
}

export function float64sIn(bytes: Uint8Array): Float64Array {
  return new Float64Array(copyOf(bytes, Float64Array.BYTES_PER_ELEMENT));
}

/** The bytes of these numbers, which stay in use. */
export function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** As many whole numbers of so many bytes as there are. */
function copyOf({ buffer, byteOffset, byteLength }: Uint8Array, size: number): ArrayBufferLike {
  return buffer.slice(byteOffset, byteOffset + byteLength - (byteLength % size));
}
