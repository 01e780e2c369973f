package nl.plein.api.management;

/** An answer with a secret that is shown this once, and never kept. */
interface OneTime {

    /** The same answer, to be shown again. */
    Object withoutSecret();
}
