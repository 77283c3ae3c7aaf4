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

const nothing = (): void => undefined;
export const afterNavigate = nothing;
export const onNavigate = nothing;
export const replaceState = nothing;
