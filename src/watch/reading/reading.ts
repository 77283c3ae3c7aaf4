/** Why a document could not be read, although the host answered. */
export type Unreadable =
	'captcha' | 'cookie-wall' | 'script-only' | 'pdf-without-text' | 'wrong-type' | 'refused';

/** What an answer says, for whoever looks for words in it. */
export type Reading =
	| {
			readonly state: 'read';
			/** All words of the page, in which a quote is looked for. */
			readonly text: string;
			/** Without menus, sidebars and footers: what counts as changed. */
			readonly main: string;
	  }
	| { readonly state: 'unreadable'; readonly why: Unreadable; readonly detail: string }
	/** The host says that there is no such page. */
	| { readonly state: 'missing'; readonly status: number };
