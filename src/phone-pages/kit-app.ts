/* What components import from Kit, where no router runs. */
export const browser = false;
export const building = false;

/** The page that is rendered: set before, by whoever renders it. */
export const page = {
	url: new URL('https://a/'),
	params: {} as Readonly<Record<string, string>>,
	data: {},
	state: {},
	error: null
};

// each by itself: a call of what does nothing is left out of the bundle, one by another name is not
export const afterNavigate = (): void => undefined;
export const onNavigate = (): void => undefined;
export const replaceState = (): void => undefined;
