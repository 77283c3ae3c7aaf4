/** For the worker, which may not know the layer of trust: code is not what that vouches for. */
export { sha256Hex } from '#lib/trust/signed/bytes.ts';
