import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Library } from '#lib/edition/library.ts';
import { createDatabaseOpener, type OpenDatabase } from '#lib/storage/database-opener.ts';
import { writeSetting } from '#lib/storage/settings-store.ts';
import { createStoredLibrary } from '#lib/storage/stored-library.ts';
import type { SyncOutcome } from '#lib/sync/sync-outcome.ts';
import { keepTheRest, removeWorker } from './ask-worker.ts';
import { registerPeriodicCheck, registerRetry } from './background-tasks.ts';
import { eraseAll } from './erase-all.ts';
import { offerPersistence } from './persist.ts';
import type { PhoneFacts } from './phone-facts.ts';
import { isSavingData } from './is-saving-data.ts';
import { keptLanguages } from './kept-languages.ts';
import { acknowledgeInstalled, readPhone } from './read-phone.ts';
import { checkReady } from './readiness.ts';
import { onSwitch } from './switch-news.ts';
import { syncHere } from './sync-here.ts';
import { WaitingReaders } from './waiting-readers.ts';

export interface PhoneOptions {
	/** The page is still the document that the server sent: answers may wait for an edition. */
	readonly isDocument: () => boolean;
	readonly onFacts: (facts: PhoneFacts) => void;
	/** Another edition is installed; `isNew` where the reader's language was not here before. */
	readonly onSwitched: (change: { isNew: boolean }) => void | Promise<void>;
}

const SIX_HOURS_MS = 6 * 60 * 60 * 1000;
const WEEK_MS = 28 * SIX_HOURS_MS;

/**
 * One tab's life with the edition: it syncs at the start, when the page is looked at again, and when
 * asked; it checks what is stored; and it says what it found. It shows nothing.
 */
export class PhoneSession {
	readonly open: OpenDatabase = createDatabaseOpener();
	readonly library: Library;
	readonly #options: PhoneOptions;
	readonly #waiting = new WaitingReaders();
	#facts: PhoneFacts | undefined;
	#clockSkewMs: number | undefined;
	#running: Promise<void> | undefined;
	#lastSyncAt = 0;
	/** Everything was deleted: nothing is stored again until the app is opened anew. */
	#isErased = false;

	constructor(options: PhoneOptions) {
		this.#options = options;
		this.library = createStoredLibrary({
			open: this.open,
			// a shell has nothing to show, and must say so
			whenReady: (lang) => (options.isDocument() ? this.#waiting.for(lang) : Promise.resolve(false))
		});
	}

	/** Returns at once; everything else happens behind the page. */
	start(lang: LanguageTag): void {
		this.#facts = { lang, changes: [] };
		onSwitch(() => void this.#afterSwitch(false));
		document.addEventListener('visibilitychange', () => this.#syncIfDue());
		window.addEventListener('online', () => this.#syncIfDue());
		void this.refresh()
			.then(() => this.#checkWeekly(lang))
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
		this.#facts = { lang, changes: [] };
		await this.refresh();
		await this.#running;
		if (!this.#facts.readiness?.ready) await this.syncNow();
	}

	/** One at a time: who comes while it runs waits for the same end. */
	syncNow(): Promise<void> {
		this.#running ??= this.#sync().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** The reader has seen what changed, all of it. */
	async acknowledgeChanges(): Promise<void> {
		await this.open()
			.then(acknowledgeInstalled)
			.catch(() => undefined);
		await this.refresh();
	}

	/** `false` where something is left. What a sync under way still stores is deleted, too. */
	async erase(): Promise<boolean> {
		this.#isErased = true;
		this.#facts = undefined;
		const isGone = await eraseAll(this.open);
		void this.#running?.then(() => eraseAll(this.open));
		return isGone;
	}

	/** Reads what is stored now, and lets go of whoever waited for it. */
	async refresh(): Promise<void> {
		if (!this.#facts) return;
		const { lang } = this.#facts;
		const found = await readPhone(this.open, lang, this.#clockSkewMs);
		if (found.readiness && found.readiness.whole > 0) this.#waiting.letGo(lang);
		this.#tell(found);
	}

	/** Storage rots without a word: every hash, once a week. The sync that follows mends. */
	async #checkWeekly(lang: LanguageTag): Promise<void> {
		const checkedAt = this.#facts?.readiness?.checkedAt;
		if (!checkedAt || Date.now() - Date.parse(checkedAt) < WEEK_MS) return;
		await this.open()
			.then((db) => checkReady(db, lang, { deep: true }))
			// storage that fails says so in the sync's outcome
			.catch(() => undefined);
		await this.refresh();
	}

	#syncIfDue(): void {
		if (document.visibilityState !== 'visible' || !this.#facts) return;
		const isDue = Date.now() - this.#lastSyncAt > SIX_HOURS_MS || !this.#facts.readiness?.ready;
		void (isDue ? this.syncNow() : this.refresh());
	}

	async #sync(): Promise<void> {
		if (!this.#facts) return;
		const { lang } = this.#facts;
		const kept = await keptLanguages();
		const outcome = await this.#syncLanguages([lang]);
		if (outcome.status === 'offline') return registerRetry();
		// without storage an app shell is in the way: let the server's own pages through again
		if (outcome.status === 'storage' && outcome.code === 'storage-denied') return removeWorker();
		if (outcome.status !== 'switched' && outcome.status !== 'already-current') return;
		if (this.#isErased) return;

		this.#lastSyncAt = Date.now();
		await offerPersistence();
		const isSaving = isSavingData();
		await keepTheRest({ isSaving });
		await registerPeriodicCheck();
		// English stands behind every translation; with what else was kept it comes last, so that it
		// delays nobody's own
		const others = new Set<LanguageTag>([...kept, ...(isSaving ? [] : ['en' as const])]);
		others.delete(lang);
		if (others.size > 0) await this.#syncLanguages([lang, ...others]);
	}

	async #syncLanguages(languages: readonly LanguageTag[]): Promise<SyncOutcome> {
		const isNew = !this.#facts?.readiness?.whole;
		const outcome = await syncHere({
			languages,
			onProgress: (progress) => {
				if (progress.lang === this.#facts?.lang) this.#tell({ progress });
			},
			onClockSkew: (skewMs) => (this.#clockSkewMs = skewMs)
		});
		this.#tell({ outcome, progress: undefined });
		if (outcome.status === 'switched') await this.#afterSwitch(isNew);
		else await this.refresh();
		return outcome;
	}

	async #afterSwitch(isNew: boolean): Promise<void> {
		await this.refresh();
		await this.#options.onSwitched({ isNew });
	}

	#tell(change: Partial<PhoneFacts>): void {
		if (!this.#facts) return;
		this.#facts = { ...this.#facts, ...change };
		this.#options.onFacts(this.#facts);
	}
}
