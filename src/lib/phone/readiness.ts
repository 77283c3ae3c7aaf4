/** How many articles of a language are on this phone, whole, when that was last checked. */
export interface Readiness {
	/** All of them, and all that any page needs to open offline. */
	readonly ready: boolean;
	readonly whole: number;
	readonly total: number;
	/** When every hash was last compared: an instant. Empty where there is nothing to compare. */
	readonly checkedAt: string;
	/** Texts that are here, and only a newer app can read: not counted. Absent where there are none. */
	readonly leftOut?: number;
}

/** The same, with what the status line is chosen from. */
export interface PhoneReadiness extends Readiness {
	/** Something that was here is not, or is not what it was. The next sync mends it. */
	readonly isDamaged: boolean;
	/** All texts are here, and their search. */
	readonly areTextsReady: boolean;
	/** All guides and directives are here, and open offline; other pages may not yet. */
	readonly areGuidesSaved: boolean;
}
