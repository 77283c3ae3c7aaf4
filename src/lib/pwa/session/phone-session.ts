import { HOUR_MS } from '#lib/edition/durations.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Library } from '#lib/edition/library.ts';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import type { Erased } from '#lib/phone/phone.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { languagesInUse } from '#lib/storage/read/installed-languages.ts';
import { writeSetting } from '#lib/storage/stores/settings-store.ts';
import { createStoredLibrary } from '#lib/storage/read/stored-library.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { registerPeriodicCheck, registerRetry } from '../worker/background-tasks.ts';
import { eraseAll } from './erase-all.ts';
import { Patience } from './patience.ts';
import { offerPersistence } from './persist.ts';
import { KeptCode } from '../worker/kept-code.ts';
import { letHostAnswer } from '../worker/let-host-answer.ts';
import { isSavingData } from '../sync/is-saving-data.ts';
import { noteInstalled, readPhone } from './read-phone.ts';
import { dropDamaged, withCode, type StoredTexts } from './read-readiness.ts';
import { sessionPorts, type SessionPorts } from './session-ports.ts';
import { announceErased, onErased, onFull, onSwitch } from '../sync/edition-channel.ts';
import type { WorkerSync } from '../sync/worker-sync.ts';
import { PendingLanguages } from '../languages/pending-languages.ts';

export interface PhoneOptions {
	/** The page is still the document that the server sent: answers may wait for an edition. */
	readonly isDocument: () => boolean;
	readonly onFacts: (facts: PhoneFacts) => void;
	/** Another edition is installed; `isNew` where the reader's language was not here before. */
	readonly onSwitched: (change: { isNew: boolean }) => void | Promise<void>;
	/** A tab deletes everything: nothing is known any more. `isOver`: it is done. */
	readonly onErased: (news: { isOver: boolean }) => void;
}

/** Another tab, or the worker, is syncing, and announces what it finds only if that is a new edition. */
const BUSY_AGAIN_MS = 5000;
const SIX_HOURS_MS = 6 * HOUR_MS;
const WEEK_MS = 28 * SIX_HOURS_MS;

/**
 * One tab's life with the edition: it syncs at the start, when the page is looked at again, and when
 * asked; it checks what is stored; and it says what it found. It shows nothing.
 */
export class PhoneSession {
	/** The page's connection, for what else it reads. */
	readonly open: OpenDatabase;
	readonly library: Library;
	readonly #options: PhoneOptions;
	readonly #ports: SessionPorts;
	readonly #pending = new PendingLanguages();
	#facts: PhoneFacts | undefined;
	#clockSkewMs: number | undefined;
	#running: Promise<void> | undefined;
	#isSuspect = false;
	/** A page asked for what could not be read: it is read again once another edition, or a text, came. */
	#isUnread = false;
	#lastSyncAt = 0;
	/** Everything was deleted: nothing is stored again until the app is opened anew. */
	#isErased = false;
	/** The language of the page was looked for, and was not here. */
	#isAbsent = false;
	readonly #patience = new Patience((isSlow) => {
		if (isSlow || this.#facts?.isSlow) this.#tell({ isSlow });
	});
	readonly #ended = new AbortController();
	readonly #code: KeptCode;
	/** What was last found of the texts. */
	#texts: StoredTexts | undefined;

	constructor(options: PhoneOptions, ports: SessionPorts = sessionPorts()) {
		this.#options = options;
		this.#ports = ports;
		this.open = ports.open;
		this.#code = new KeptCode({
			open: this.open,
			signal: this.#ended.signal,
			onFull,
			onChecked: ({ isFull, state }) =>
				this.#tell({ isFull, ...(this.#texts && { readiness: withCode(this.#texts, state) }) })
		});
		this.library = createStoredLibrary({
			open: this.open,
			// a shell has nothing to show, and must say so
			whenReady: (lang) =>
				options.isDocument() ? this.#pending.whenHere(lang) : Promise.resolve(false),
			mayStandIn: () => !options.isDocument(),
			onUnreadable: () => this.mend()
		});
		onErased((news) => {
			this.#end();
			options.onErased(news);
		});
	}

	/** Returns at once; everything else happens behind the page. */
	start(lang: LanguageTag): void {
		this.#facts = { lang, changes: [], critical: [] };
		this.#patience.begin();
		onSwitch(() => void this.#afterSwitch());
		this.#ports.onLook(() => void this.#syncIfDue());
		void this.refresh()
			.then(() => this.#checkStored())
			.then(() => this.syncNow());
	}

	/** The reader opened a page in this language: kept as theirs, and fetched if it is not here. */
	async useLanguage(lang: LanguageTag): Promise<void> {
		if (this.#isErased) return;
		await this.open()
			.then((db) => writeSetting(db, 'lang', lang))
			// where nothing can be stored, the language is in the address
			.catch(() => undefined);
		if (!this.#facts) return this.start(lang);
		if (this.#facts.lang === lang) return;
		this.#facts = { lang, changes: [], critical: [] };
		this.#isAbsent = false;
		this.#texts = undefined;
		this.#code.forget();
		this.#patience.begin();
		await this.refresh();
		await this.#running;
		if (this.#isErased) return;
		if (!this.#facts.readiness?.areTextsReady) return this.syncNow();
		void this.#code.keep(lang);
	}

	/** Runs one sync at a time: a call made meanwhile gets the promise of the one that is running. */
	syncNow(): Promise<void> {
		this.#running ??= this.#sync().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** On the reader's demand: compares every stored hash, then asks the host for the newest edition. */
	async checkNow(): Promise<void> {
		if (this.#isErased) return;
		this.#isSuspect = true;
		await this.#checkStored();
		// a sync that is under way may be past this
		if (this.#facts) void this.#code.retry(this.#facts.lang);
		await this.syncNow();
	}

	/** All up to here is known: no change is marked (`seenVersion`) or warns (`acknowledgedVersion`). */
	async noteChanges(...keys: readonly ('seenVersion' | 'acknowledgedVersion')[]): Promise<void> {
		await this.open()
			.then((db) => noteInstalled(db, ...keys))
			.catch(() => undefined);
		await this.refresh();
	}

	/** Deletes everything. Syncs of all tabs end first; what one of them may still have stored goes, too. */
	async erase(): Promise<Erased> {
		this.#end();
		this.#options.onErased({ isOver: false });
		announceErased({ isOver: false });
		const erased = await eraseAll(this.open);
		void this.#running?.then(() => eraseAll(this.open));
		if (erased === 'failed') return erased;
		this.#options.onErased({ isOver: true });
		announceErased({ isOver: true });
		return erased;
	}

	#end(): void {
		this.#isErased = true;
		this.#facts = undefined;
		this.#patience.end();
		this.#ended.abort();
	}

	/** Reads what is stored now, and lets go of whoever waited for it. */
	async refresh({ deep = false } = {}): Promise<void> {
		if (await this.#read(deep)) await this.#options.onSwitched({ isNew: true });
	}

	/** Whether the language of the page has come since it was last looked for. */
	async #read(deep = false): Promise<boolean> {
		if (!this.#facts) return false;
		const { lang } = this.#facts;
		// not waited for: on a slow phone texts would be fetched and shown later
		void this.#code.check(lang, { deep });
		const { readiness, ...found } = await readPhone(this.open, lang, this.#clockSkewMs);
		if (this.#facts?.lang !== lang) return false;
		this.#texts = readiness;
		const isHere = readiness !== undefined && readiness.whole > 0;
		const hasCome = isHere && this.#isAbsent;
		this.#isAbsent = !isHere;
		if (isHere) this.#patience.end();
		if (isHere) this.#pending.arrive(lang);
		const hasStandIn = !isHere && (await this.library.standIn(lang)) !== undefined;
		if (this.#facts?.lang !== lang) return false;
		const known = readiness && withCode(readiness, this.#code.state);
		this.#tell({ ...found, readiness: known, hasStandIn });
		return hasCome;
	}

	/** Something stored could not be read: all is compared, and what is damaged is fetched again. */
	mend(): void {
		this.#isSuspect = this.#isUnread = true;
		// before the start, that sees to it
		if (this.#facts) void this.#checkStored().then(() => this.syncNow());
	}

	/** Storage rots without a word: every hash, once a week. The sync that follows mends. */
	async #checkStored(): Promise<void> {
		if (!this.#facts) return;
		const { lang, readiness } = this.#facts;
		const ageMs = Date.now() - Date.parse(readiness?.checkedAt ?? '');
		if (ageMs < WEEK_MS && !this.#isSuspect) return;
		this.#isSuspect = false;
		await this.open()
			.then((db) => dropDamaged(db, lang))
			// storage that fails says so in the sync's outcome
			.catch(() => undefined);
		await this.refresh({ deep: true });
	}

	/** A sync that was cut with the page, or with its line, ends first, and is no answer. */
	async #syncIfDue(): Promise<void> {
		await this.#running;
		const isDue = Date.now() - this.#lastSyncAt > SIX_HOURS_MS || !this.#facts?.readiness?.ready;
		if (this.#facts) await (isDue ? this.syncNow() : this.refresh());
	}

	async #sync(): Promise<void> {
		if (!this.#facts) return;
		const { lang } = this.#facts;
		const kept = await this.open()
			.then(languagesInUse)
			// storage that fails says so in the outcome
			.catch((): LanguageTag[] => []);
		const begun = await this.#takeOpeningSync(lang);
		const outcome = begun?.outcome ?? (await this.#syncLanguages([lang]));
		if (this.#isErased) return;
		if (outcome.status === 'busy') return void setTimeout(() => void this.syncNow(), BUSY_AGAIN_MS);
		if (outcome.status === 'offline') return registerRetry();
		if (outcome.status === 'storage' && outcome.code === 'storage-denied')
			return letHostAnswer({ isEmpty: !this.#options.isDocument() });
		void this.#code.keep(lang);
		if (outcome.status !== 'switched' && outcome.status !== 'already-current') return;
		this.#lastSyncAt = Date.now();
		// not waited for: Firefox leaves it pending, and texts would come later
		void offerPersistence();
		await registerPeriodicCheck();
		// English stands behind every translation; with what else was kept it delays nobody's own
		const others = new Set<LanguageTag>([...kept, ...(isSavingData() ? [] : ['en' as const])]);
		for (const synced of [lang, ...(begun?.languages ?? [])]) others.delete(synced);
		if (others.size > 0) await this.#syncLanguages([lang, ...others]);
	}

	/**
	 * The worker asked the host while this page was still starting. What it found is told as if the page
	 * had asked; where it did not ask for this language, or could not store it whole, the page does.
	 */
	async #takeOpeningSync(lang: LanguageTag): Promise<WorkerSync | undefined> {
		const begun = await this.#ports.openingSync();
		const isMine = begun?.languages.includes(lang) === true && begun.outcome.status !== 'storage';
		if (!isMine || this.#facts?.lang !== lang) return undefined;
		this.#clockSkewMs = begun.clockSkewMs;
		await this.#afterSync(begun.outcome);
		return this.#facts?.readiness?.areTextsReady === true ? begun : undefined;
	}

	async #syncLanguages(languages: readonly LanguageTag[]): Promise<SyncOutcome> {
		const wasDamaged = this.#facts?.readiness?.isDamaged ?? false;
		this.#tell({ isSyncing: true });
		const outcome = await this.#ports.sync({
			languages,
			signal: this.#ended.signal,
			onProgress: (progress) => {
				if (progress.lang !== this.#facts?.lang) return;
				// the line is free while the texts, all here now, are still being looked through
				if (this.#isAbsent && progress.done === progress.total) void this.#code.keep(progress.lang);
				if (this.#isAbsent) this.#patience.begin();
				this.#tell({ progress });
			},
			onClockSkew: (skewMs) => (this.#clockSkewMs = skewMs)
		});
		await this.#afterSync(outcome, wasDamaged);
		return outcome;
	}

	async #afterSync(outcome: SyncOutcome, wasDamaged = false): Promise<void> {
		this.#tell({ outcome, progress: undefined, isSyncing: false });
		if (outcome.status === 'switched') await this.#afterSwitch(wasDamaged);
		else await this.refresh();
	}

	async #afterSwitch(wasDamaged = false): Promise<void> {
		const hasCome = (await this.#read()) || this.#isUnread;
		this.#isUnread = false;
		await this.#options.onSwitched({ isNew: hasCome || wasDamaged });
	}

	#tell(change: Partial<PhoneFacts>): void {
		if (!this.#facts) return;
		this.#facts = { ...this.#facts, ...change };
		this.#options.onFacts(this.#facts);
	}
}
