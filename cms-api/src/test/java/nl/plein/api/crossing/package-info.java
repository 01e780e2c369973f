/** The wall between agencies, tried from outside: requests that mix what belongs to one with what belongs to another. */
package nl.plein.api.crossing;
