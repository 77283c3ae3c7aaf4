import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Edition, Head } from '#lib/edition/edition.ts';
import { editionPath, HEAD_PATH } from '#lib/edition/address/published-paths.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { toText } from '#lib/trust/signed/bytes.ts';

/**
 * What the edition in a folder says, for who made it on this machine, or asks only to refuse it. It is parsed,
 * and no signature is verified. Throws if the folder holds no edition, and says how to make one.
 */
export function readUnverifiedEdition(folder: string): Edition {
	const head = readSigned(join(folder, HEAD_PATH), Head);
	return readSigned(join(folder, editionPath(head.edition.sha256)), Edition);
}

function readSigned<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		bytes = new Uint8Array(readFileSync(file));
	} catch (cause) {
		throw new Error(`No edition at ${file}. Make one: npm run edition:build`, { cause });
	}
	const envelope = parseEnvelope(bytes);
	if (!envelope.ok) throw new Error(`${file} is no signed file. Delete it: npm run edition:build`);
	return v.parse(schema, JSON.parse(toText(envelope.value.payload)));
}
