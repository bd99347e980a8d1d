import { refuse } from "#app/http/api-answer.ts";

export const loader = () => refuse("not_found");
export const action = loader;
