import { createContext } from "react";

/** The nonce that lets this response's own inline scripts run; undefined in the browser. */
export const NonceContext = createContext<string | undefined>(undefined);
