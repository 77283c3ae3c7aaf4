/** `robots.txt`: crawlers may fetch everything that is for readers. `site` has no trailing slash. */
export const robots = (site: string): string =>
	[
		'User-agent: *',
		'Allow: /',
		'Disallow: /shell/',
		'Disallow: /api/',
		'',
		`Sitemap: ${site}/sitemap.xml`,
		''
	].join('\n');
