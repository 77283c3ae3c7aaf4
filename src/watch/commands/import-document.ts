import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '../../compiler/base/diagnostic.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { writeWhole } from '../../compiler/base/write-whole.ts';
import { loadCorpus } from '../../compiler/check/load-corpus.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import { readSources } from '../../compiler/read/read-sources.ts';
import { agentOf } from '../ask/agent.ts';
import { askJson } from '../feeds/ask-json.ts';
import { draftDirective, draftSource } from '../feeds/draft-files.ts';
import { FeedError, type LawDocument } from '../feeds/law-document.ts';
import { lawFeeds } from '../feeds/law-feeds.ts';
import { apiOf } from './feeds.ts';
import type { Io } from './io.ts';

export interface ImportCommand {
	readonly content: string;
	readonly id: string;
	readonly slug: string;
	readonly contact: string | undefined;
}

const SLUG = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Writes two new files that say what a register says, and then all that the check misses in them. The
 * only command of the watch that writes content, and it overwrites nothing.
 */
export async function importDocument(options: ImportCommand, io: Io): Promise<number> {
	const { content, id, slug } = options;
	if (!SLUG.test(slug)) throw new UsageError(`"${slug}" is no slug: lower-case words and hyphens.`);
	const document = await readDocument(options, io);
	const drafts = [draftSource(document), draftDirective(document, slug)];
	const files = drafts.map(({ path, text }) => ({ name: join(content, path), text }));
	const taken = files.find(({ name }) => existsSync(name));
	if (taken) throw new Refusal(`${taken.name} is there already: ${id} is not written over it.`);
	for (const { name, text } of files) {
		writeWhole(name, text, { flush: true });
		io.print(`written: ${name}`);
	}
	io.print('What is missing now:');
	const names = new Set(files.map(({ name }) => name));
	const { diagnostics } = loadCorpus({ content });
	for (const diagnostic of diagnostics.filter(({ file }) => names.has(file))) {
		io.print(formatDiagnostic(diagnostic));
	}
	return 0;
}

async function readDocument(options: ImportCommand, io: Io): Promise<LawDocument> {
	const { value: corpus } = parseCorpus(readSources(options).value);
	const { feeds, missing } = lawFeeds(io.key, corpus.site.fields.registers);
	const ask = askJson(io.askApi ?? apiOf(agentOf(corpus.publisher.fields, options.contact)));
	try {
		for (const feed of feeds) {
			const document = await feed.readOne(options.id, ask);
			if (document) return document;
		}
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		throw new Refusal(`The register ${error.message}.`);
	}
	const keys = missing.map(({ register, variable }) => `${variable} (${register})`).join(', ');
	const hint = keys === '' ? '' : ` Not set: ${keys}.`;
	throw new UsageError(`"${options.id}" is no document of a register that can be read.${hint}`);
}
