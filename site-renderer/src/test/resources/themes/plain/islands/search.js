export class Search extends HTMLElement {}
