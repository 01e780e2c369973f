package nl.plein.cms.workflow;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/** Finds what tells of one person and may be nobody's business: citizen service, account and mobile numbers, mail addresses. */
@ApplicationScoped
public class PersonalData implements Gate {

    /** Nine digits, with or without the usual separators, that are no part of something longer. */
    private static final Pattern NINE_DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,/-])\\d{3,4}[. ]?\\d{2,3}[. ]?\\d{2,3}(?![\\p{L}\\d/-]|[.,]\\d)");

    private static final Pattern ACCOUNT =
            Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\\p{L}\\d])");
    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\w.+-])([A-Za-z0-9._%+-]{1,64})@(?:[A-Za-z0-9-]{1,63}\\.){1,10}[A-Za-z]{2,24}(?![\\w-])");

    /** How an address begins that has more than one part and still is no person's. */
    private static final Set<String> DESKS = Set.of(
            "info",
            "contact",
            "bureau",
            "afdeling",
            "team",
            "redactie",
            "communicatie",
            "post",
            "service",
            "support",
            "subsidie",
            "help",
            "press",
            "media",
            "office",
            "developer",
            "no");

    @Inject
    TextFields textFields;

    @Override
    public String key() {
        return "personal-data";
    }

    @Override
    public List<Reason> findings(Subject subject) {
        return textFields.of(subject.draft()).flatMap(text -> in(text).stream()).toList();
    }

    static List<Reason> in(Texts text) {
        List<Reason> found = new ArrayList<>();
        String words = text.all();
        accounts(text.pointer(), words, found);
        citizens(text.pointer(), words, found);
        mobiles(text.pointer(), words, found);
        mails(text.pointer(), words, found);
        return found;
    }

    private static void citizens(String pointer, String words, List<Reason> found) {
        Matcher numbers = NINE_DIGITS.matcher(words);
        while (numbers.find()) {
            String digits = numbers.group().replaceAll("\\D", "");
            if (digits.length() == 9 && passesElevenTest(digits)) {
                String end = digits.substring(6);
                found.add(Reason.warning(
                        pointer,
                        "citizen-service-number",
                        "Het getal dat eindigt op " + end
                                + " kan een burgerservicenummer zijn: haal het weg als het dat is.",
                        "The number that ends in " + end
                                + " may be a citizen service number (BSN): take it out if it is one."));
            }
        }
    }

    /** The eleven test of the BSN: weights 9 to 2, the last digit counts -1 (Logisch ontwerp BSN, RvIG). */
    static boolean passesElevenTest(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (nineDigits.charAt(i) - '0');
        }
        sum -= nineDigits.charAt(8) - '0';
        return sum % 11 == 0 && !nineDigits.equals("000000000");
    }

    /** By country, length and check digits (ISO 13616, MOD 97-10). */
    private static void accounts(String pointer, String words, List<Reason> found) {
        Matcher numbers = ACCOUNT.matcher(words);
        while (numbers.find()) {
            String number = numbers.group().replace(" ", "");
            if (IBANValidator.getInstance().isValid(number)) {
                String end = number.substring(number.length() - 4);
                found.add(Reason.warning(
                        pointer,
                        "account-number",
                        "Hier staat een rekeningnummer dat eindigt op " + end
                                + ": laat het alleen staan als het van een organisatie is.",
                        "Here is an account number that ends in " + end
                                + ": leave it only if it belongs to an organisation."));
            }
        }
    }

    /** Mobile numbers only: others are those of desks, which pages are made to tell. */
    private static void mobiles(String pointer, String words, List<Reason> found) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : numbers.findNumbers(words, "NL", Leniency.VALID, 1_000)) {
            if (numbers.getNumberType(match.number()) == PhoneNumberType.MOBILE) {
                String number = match.rawString();
                found.add(Reason.warning(
                        pointer,
                        "mobile-number",
                        "Hier staat het mobiele nummer " + number + ": noem liever het nummer van een afdeling.",
                        "Here is the mobile number " + number + ": rather give the number of a department."));
            }
        }
    }

    /** A name has parts ({@code k.jansen}); one word is most often a desk. In the corpora most addresses are. */
    private static void mails(String pointer, String words, List<Reason> found) {
        Matcher addresses = MAIL.matcher(words);
        while (addresses.find()) {
            String[] parts = addresses.group(1).toLowerCase(Locale.ROOT).split("[._]");
            if (parts.length > 1 && !DESKS.contains(parts[0])) {
                String address = addresses.group();
                found.add(Reason.warning(
                        pointer,
                        "mail-address",
                        "Hier staat het mailadres " + address
                                + ": noem liever dat van een afdeling, als dit van één persoon is.",
                        "Here is the mail address " + address
                                + ": rather give that of a department if this is one person's."));
            }
        }
    }
}
