import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Edition } from '#lib/edition/edition.ts';
import {
	EDITION_FOLDER,
	editionPath,
	parsePublishedPath
} from '#lib/edition/address/published-paths.ts';
import { toText } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';

/** An edition of the published folder, and the name that heads know it by. */
export interface PublishedEdition {
	readonly edition: Edition;
	readonly sha256: string;
}

/** Every edition that was published from here. One of another format is passed over. */
export function readEditions(out: string): PublishedEdition[] {
	const folder = join(out, EDITION_FOLDER);
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const named = parsePublishedPath(`${EDITION_FOLDER}/${name}`);
		if (named?.kind !== 'edition') return [];
		const { sha256 } = named;
		const envelope = parseEnvelope(new Uint8Array(readFileSync(join(out, editionPath(sha256)))));
		const json: unknown = envelope.ok ? JSON.parse(toText(envelope.value.payload)) : undefined;
		const parsed = v.safeParse(Edition, json);
		return parsed.success ? [{ edition: parsed.output, sha256 }] : [];
	});
}
