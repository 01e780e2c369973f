/** Promises about crashes, shown from outside: a real server process, clients that write down what was acknowledged, kills at random moments, and a comparison
 *  of what the clients know with what the server shows afterwards. */
package nl.plein.api.chaos;
