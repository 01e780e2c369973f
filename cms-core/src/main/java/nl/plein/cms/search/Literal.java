package nl.plein.cms.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value as a filter writes it. */
public sealed interface Literal {

    record Text(String value) implements Literal {}

    record Number(BigDecimal value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    record Day(LocalDate value) implements Literal {}

    record Moment(Instant value) implements Literal {}

    /** "Has no value". */
    record Nothing() implements Literal {}

    default String print() {
        if (this instanceof Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (this instanceof Number number) {
            return number.value().toPlainString();
        }
        if (this instanceof Truth truth) {
            return String.valueOf(truth.value());
        }
        if (this instanceof Day day) {
            return day.value().toString();
        }
        return this instanceof Moment moment ? moment.value().toString() : "null";
    }

    /** What a person calls this kind of value. */
    default String kind() {
        if (this instanceof Text) {
            return "a text";
        }
        if (this instanceof Number) {
            return "a number";
        }
        if (this instanceof Truth) {
            return "true or false";
        }
        if (this instanceof Day) {
            return "a date";
        }
        return this instanceof Moment ? "a moment" : "null";
    }
}
