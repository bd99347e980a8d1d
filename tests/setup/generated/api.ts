export interface paths {
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions in order of time */
        get: operations["listSessions"];
        put?: never;
        /** Book a session */
        post: operations["bookSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{ref}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a session another time or room */
        post: operations["moveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{ref}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a provisional session */
        post: operations["confirmSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{ref}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a session, with a reason */
        post: operations["cancelSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{ref}/close-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what happened */
        post: operations["closeOutSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What schools ask for, in the order in which it came */
        get: operations["listRequests"];
        put?: never;
        /** Take down what a school asks for, its address counted as confirmed */
        post: operations["askForSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programmes in use */
        get: operations["listProgrammes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who deliver */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Venues, found by part of name, town, postcode or URN */
        get: operations["listVenues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of delivered sessions, in total and split */
        get: operations["getReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "session.booked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session is booked
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A provisional session is confirmed
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session gets another time or room
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session gets another programme, audience or preparation
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session is cancelled
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.closed_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What happened is recorded, or that record is corrected
         * @description Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionEvent"];
                };
            };
            responses: {
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Session: {
            reference: string;
            /** @enum {string} */
            status: "provisional" | "confirmed" | "delivered" | "cancelled" | "not_delivered";
            /** @description Rises at every change; send it to be sure */
            version: number;
            programme: {
                id: string;
                name: string;
                theme: string;
            };
            venue: {
                id: string;
                name: string;
                urn: string | null;
            };
            team: {
                id: string;
                name: string;
            };
            room: string | null;
            /** Format: date */
            date: string;
            /** @description Wall-clock time of the partnership, YYYY-MM-DDTHH:mm */
            startsAt: string;
            /** @description Wall-clock time of the partnership, YYYY-MM-DDTHH:mm */
            endsAt: string;
            /** Format: date-time */
            startsAtUtc: string;
            /** Format: date-time */
            endsAtUtc: string;
            yearGroups: ("R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed")[];
            expectedYoungPeople: number;
            facilitators: {
                id: string;
                name: string;
                lead: boolean;
            }[];
            contacts: {
                id: string;
                name: string;
            }[];
            closeOut: components["schemas"]["CloseOut"] | null;
            warnings?: components["schemas"]["Warning"][];
        };
        CloseOut: {
            /** @enum {string} */
            outcome: "delivered" | "not_delivered";
            reason: ("school_closed" | "nobody_there" | "school_not_ready" | "facilitator_ill" | "could_not_get_there" | "called_away" | "other") | null;
            youngPeople: number;
            adults: number;
            counted: ("counted" | "estimated") | null;
            headcounts: {
                /** @enum {string} */
                yearGroup: "R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed";
                youngPeople: number;
            }[];
            followUps: {
                /** @enum {string} */
                kind: "drugs" | "alcohol" | "mental_health" | "housing" | "social_care" | "modern_slavery" | "criminal_exploitation" | "sexual_exploitation" | "domestic_abuse" | "victim_support" | "firesetter" | "other";
                /** @description 1 to 4 leave the team as fewer than 5: so few could be recognised */
                count: number | "fewer than 5";
            }[];
        };
        Warning: {
            code: string;
            message: string;
        };
        Request: {
            reference: string;
            /** @enum {string} */
            status: "unconfirmed" | "waiting" | "offered" | "agreed" | "waiting_list" | "accepted" | "declined" | "withdrawn";
            version: number;
            /** Format: date-time */
            receivedAt: string;
            /** @description Null while a school that typed its own name is not matched with a venue */
            venue: {
                id: string;
                name: string;
                urn: string | null;
            } | null;
            venueName: string;
            venueTown: string;
            venuePostcode: string;
            programmes: {
                id: string;
                name: string;
            }[];
            yearGroups: ("R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed")[];
            expectedYoungPeople: number;
            groups: number;
            room: string;
            equipment: string;
            preferredDates: {
                /** Format: date */
                date: string;
                periods: string;
            }[];
            contact: {
                name: string;
                role: string;
                email: string;
                phone: string | null;
            };
            dslKnows: boolean;
            notes: string;
            /** @description References of what it was booked as */
            sessions: string[];
        };
        Programme: {
            id: string;
            name: string;
            theme: string;
            lengthMinutes: number;
            yearGroups: ("R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed")[];
            largestGroup: number | null;
            facilitatorsNeeded: number;
        };
        Person: {
            id: string;
            name: string;
            agency: string;
        };
        Venue: {
            id: string;
            urn: string | null;
            name: string;
            kind: string;
            phase: string | null;
            town: string;
            postcode: string;
            district: string | null;
            retired: boolean;
        };
        Reach: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            by: "theme" | "programme" | "district" | "phase" | "venue_type" | "year_group" | "month" | "term" | "agency" | "venue" | "team";
            total: {
                sessions: number;
                /** @description Attendances at delivered sessions: the reach */
                young_people: number;
                /** @description Always an estimate */
                young_people_estimated_distinct: number;
                adults: number;
                venues: number;
            };
            rows: components["schemas"]["ReachRow"][];
        };
        ReachRow: {
            /** @description What the row is of: a theme, a district, a month */
            key: string;
            sessions: number;
            /** @description Attendances at delivered sessions: the reach */
            young_people: number;
            /** @description Always an estimate */
            young_people_estimated_distinct: number;
            adults: number;
        };
        SessionEvent: {
            /** @description Also the header webhook-id: the same when sent again */
            id: string;
            /** @enum {string} */
            type: "session.booked" | "session.confirmed" | "session.moved" | "session.edited" | "session.cancelled" | "session.closed_out";
            /** Format: date-time */
            timestamp: string;
            data: {
                reference: string;
                /** @enum {string} */
                status: "provisional" | "confirmed" | "delivered" | "cancelled" | "not_delivered";
                /** @description Rises at every change; send it to be sure */
                version: number;
                programme: {
                    id: string;
                    name: string;
                    theme: string;
                };
                venue: {
                    id: string;
                    name: string;
                    urn: string | null;
                };
                team: {
                    id: string;
                    name: string;
                };
                room: string | null;
                /** Format: date */
                date: string;
                /** @description Wall-clock time of the partnership, YYYY-MM-DDTHH:mm */
                startsAt: string;
                /** @description Wall-clock time of the partnership, YYYY-MM-DDTHH:mm */
                endsAt: string;
                /** Format: date-time */
                startsAtUtc: string;
                /** Format: date-time */
                endsAtUtc: string;
                yearGroups: ("R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed")[];
                expectedYoungPeople: number;
                closeOut: {
                    youngPeople: number;
                    adults: number;
                    counted: ("counted" | "estimated") | null;
                } | null;
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "malformed_json" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "facilitator_busy" | "room_busy" | "stale_version" | "illegal_transition" | "not_started" | "idempotency_key_reused" | "body_too_large" | "unsupported_media_type" | "invalid_input" | "nonexistent_local_time" | "too_many_requests" | "internal_error";
            detail?: string;
            errors?: {
                field: string;
                code: string;
                message: string;
            }[];
            conflicts?: {
                /** @enum {string} */
                kind: "facilitator" | "room";
                who: string;
                reference: string;
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSessions: {
        parameters: {
            query?: {
                /** @description First local date, YYYY-MM-DD */
                from?: string;
                /** @description Last local date, YYYY-MM-DD */
                to?: string;
                /** @description provisional, confirmed, awaiting_close_out, delivered, cancelled or not_delivered */
                status?: string;
                /** @description Id, prefix or name */
                team?: string;
                /** @description Id or name */
                theme?: string;
                /** @description Id, slug or name */
                programme?: string;
                /** @description GSS code or name */
                district?: string;
                /** @description Id, URN or name */
                venue?: string;
                /** @description Id or name */
                agency?: string;
                /** @description Such as Y8 */
                year_group?: string;
                /** @description How many at once: 1 to 200, usually 50 */
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or slug */
                    programme: string;
                    /** @description Id or URN */
                    venue: string;
                    /** @description Id */
                    team: string;
                    room?: string | null;
                    /** @description Wall-clock time, YYYY-MM-DDTHH:mm */
                    startsAt: string;
                    /** @description Wall-clock time; or send durationMinutes, or neither for the programme’s length */
                    endsAt?: string | null;
                    /** @description Instead of endsAt */
                    durationMinutes?: number | string | null;
                    /** @description Such as Y8; R for Reception, Mixed where they are not known */
                    yearGroups?: (string[] | string) | null;
                    expectedYoungPeople: number | string;
                    /** @description Ids of people; the first leads */
                    facilitators?: (string[] | string) | null;
                    /** @description Ids of the venue’s contacts, who get invites */
                    contacts?: (string[] | string) | null;
                    /** @description For the team only: never sent */
                    notes?: string | null;
                    /** @description Warnings gone ahead with, each with a reason that is kept */
                    overrides?: ({
                        reason: unknown;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                    /** @description Not confirmed yet: calendars show it as tentative */
                    provisional?: (boolean | ("on" | "true" | "yes" | "false" | "no" | "")) | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused, facilitator_busy, room_busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input, nonexistent_local_time */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as JET-2027-0014 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Such as JET-2027-0014 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Wall-clock time, YYYY-MM-DDTHH:mm */
                    startsAt: string;
                    /** @description Wall-clock time; or send durationMinutes, or neither for the programme’s length */
                    endsAt?: string | null;
                    /** @description Instead of endsAt */
                    durationMinutes?: number | string | null;
                    why?: string | null;
                    /** @description Warnings gone ahead with, each with a reason that is kept */
                    overrides?: ({
                        reason: unknown;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                    room?: string | null;
                    /** @description Refuse when the session has changed since; left out, the newest is meant */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused, stale_version, illegal_transition, facilitator_busy, room_busy */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input, nonexistent_local_time */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Such as JET-2027-0014 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Refuse when the session has changed since; left out, the newest is meant */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused, stale_version, illegal_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Such as JET-2027-0014 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cancelledBy: "us" | "school";
                    reason: string;
                    /** @description Refuse when the session has changed since; left out, the newest is meant */
                    version?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused, stale_version, illegal_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeOutSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Such as JET-2027-0014 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Refuse when the session has changed since; left out, the newest is meant */
                    version?: number | null;
                    /** @constant */
                    outcome: "delivered";
                    headcounts: {
                        /** @enum {string} */
                        yearGroup: "R" | "Y1" | "Y2" | "Y3" | "Y4" | "Y5" | "Y6" | "Y7" | "Y8" | "Y9" | "Y10" | "Y11" | "Y12" | "Y13" | "Mixed";
                        youngPeople: number | string;
                    }[];
                    adults: number | string;
                    /** @enum {string} */
                    counted: "counted" | "estimated";
                    followUps?: {
                        /** @enum {string} */
                        kind: "drugs" | "alcohol" | "mental_health" | "housing" | "social_care" | "modern_slavery" | "criminal_exploitation" | "sexual_exploitation" | "domestic_abuse" | "victim_support" | "firesetter" | "other";
                        count: number | string;
                    }[] | null;
                    note?: string | null;
                } | {
                    /** @description Refuse when the session has changed since; left out, the newest is meant */
                    version?: number | null;
                    /** @constant */
                    outcome: "not_delivered";
                    /** @enum {string} */
                    reason: "school_closed" | "nobody_there" | "school_not_ready" | "facilitator_ill" | "could_not_get_there" | "called_away" | "other";
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused, stale_version, illegal_transition, not_started */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description waiting, agreed, offered, waiting_list, accepted, declined or withdrawn; several with commas */
                status?: string;
                /** @description How many at once: 1 to 200, usually 50 */
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Request"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or URN of an open school; or send venueName */
                    venue?: ("" | string) | null;
                    /** @description For a school that is not in the register */
                    venueName?: string | null;
                    venueTown?: string | null;
                    venuePostcode?: string | null;
                    /** @description Ids or slugs */
                    programmes?: (string[] | string) | null;
                    yearGroups?: (string[] | string) | null;
                    expectedYoungPeople: number | string;
                    groups: number | string;
                    room?: string | null;
                    equipment?: string | null;
                    /** @description Up to three, the first first; periods in words, such as period 3 */
                    preferredDates: {
                        date: string;
                        periods?: string | null;
                    }[];
                    contactName: string;
                    /** @description Is told what becomes of the request */
                    contactEmail: string;
                    contactRole: string;
                    contactPhone?: string | null;
                    /** @description Must be true */
                    staffStays?: (boolean | ("on" | "true" | "yes" | "false" | "no" | "")) | null;
                    /**
                     * @description Whether the Designated Safeguarding Lead knows
                     * @enum {string}
                     */
                    dslKnows: "yes" | "not_yet";
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description Refused: malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: idempotency_key_reused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProgrammes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Programme"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVenues: {
        parameters: {
            query?: {
                /** @description What to search for */
                q?: string;
                /** @description How many at once: 1 to 200, usually 50 */
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Venue"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReach: {
        parameters: {
            query?: {
                /** @description First local date, YYYY-MM-DD */
                from?: string;
                /** @description Last local date, YYYY-MM-DD */
                to?: string;
                /** @description Id, prefix or name */
                team?: string;
                /** @description Id or name */
                theme?: string;
                /** @description Id, slug or name */
                programme?: string;
                /** @description GSS code or name */
                district?: string;
                /** @description Id, URN or name */
                venue?: string;
                /** @description Id or name */
                agency?: string;
                /** @description Such as Y8 */
                year_group?: string;
                /** @description What to split by: theme, programme, district, phase, venue_type, year_group, month, term, agency, venue, team */
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reach"];
                };
            };
            /** @description Refused: unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: invalid_input */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too_many_requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
