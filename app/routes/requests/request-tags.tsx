import { type RequestStatus, requestStatusLabels } from "#app/domain/requests/request-status.ts";
import type { TrafficWord } from "#app/domain/requests/traffic.ts";
import { Tag, type TagColour } from "#app/ui/tag.tsx";

const colours: Record<RequestStatus, TagColour> = {
	unconfirmed: "grey",
	waiting: "yellow",
	offered: "purple",
	agreed: "orange",
	waiting_list: "blue",
	accepted: "green",
	declined: "red",
	withdrawn: "grey",
};

export function RequestTag({ status }: { status: RequestStatus }) {
	return <Tag colour={colours[status]}>{requestStatusLabels[status]}</Tag>;
}

const traffic: Record<TrafficWord, { colour: TagColour; word: string }> = {
	free: { colour: "green", word: "Free" },
	tight: { colour: "yellow", word: "Tight" },
	nobody: { colour: "red", word: "Nobody" },
};

/** Whether a date can be staffed, in a word; nothing for a date that is over. */
export function TrafficTag({ word }: { word: TrafficWord | null }) {
	if (word === null) return null;
	return <Tag colour={traffic[word].colour}>{traffic[word].word}</Tag>;
}
