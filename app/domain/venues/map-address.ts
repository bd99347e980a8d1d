/** A map of an address. why OpenStreetMap: it takes one without a key and without knowing who asks. */
export function mapAddress(address: string): string {
	return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`;
}
