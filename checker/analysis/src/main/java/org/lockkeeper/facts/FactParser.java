package org.lockkeeper.facts;

import static org.lockkeeper.facts.Fact.When.ALWAYS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.Relation;
import org.lockkeeper.facts.Fact.Timeout;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.Fact.When;

/** Reads one fact from words: the inverse of {@link Fact#toString()}. */
final class FactParser {

  /** A form of fact: what its first word denies with {@code not}, and how the rest is read. */
  private record Form(List<Class<? extends Fact>> kinds, Function<Words, Fact> rest) {}

  private static final Map<String, Form> FORMS = forms();
  private static final Pattern TARGET =
      Pattern.compile("(this|result|\\d{1,3})(?:\\[(\\d{1,3})])?");
  private static final String TARGET_HELP = "\"this\", \"result\" or an argument index";
  private static final List<String> UNITS =
      List.of("nanos", "micros", "millis", "seconds", "minutes", "duration", "this");

  private FactParser() {}

  /** Takes one fact. */
  static Fact parse(Words words) {
    Form form = FORMS.get(words.peek());
    if (form == null) {
      throw words.expected("a fact (" + String.join(", ", FORMS.keySet()) + ")");
    }
    words.word("a fact");
    Fact fact = form.rest().apply(words);
    if (!words.atEnd()) {
      throw words.expected("\",\" or the end of the line after \"" + fact + '"');
    }
    return fact;
  }

  /** The kinds of fact that {@code not WORD} takes back; empty for an unknown word. */
  static List<Class<? extends Fact>> kinds(String word) {
    Form form = FORMS.get(word);
    return form == null ? List.of() : form.kinds();
  }

  private static Map<String, Form> forms() {
    Map<String, Form> all = new TreeMap<>();
    blocking(all);
    locks(all);
    sharedState(all);
    contexts(all);
    all.put("not", new Form(List.of(), FactParser::not));
    return all;
  }

  private static void blocking(Map<String, Form> all) {
    all.put("blocks", form(FactParser::blocks, Fact.Blocks.class));
    all.put("yields", form(w -> new Fact.Yields(on(w)), Fact.Yields.class));
    all.put(
        "pins",
        form(
            w -> new Fact.Pins(w.take("before") ? w.number("a JDK release") : 0), Fact.Pins.class));
    all.put("spins", form(w -> new Fact.Spins(), Fact.Spins.class));
    all.put("exits", form(w -> new Fact.Exits(), Fact.Exits.class));
  }

  private static void locks(Map<String, Form> all) {
    all.put(
        "acquires", form(w -> new Fact.Acquires(target(w), mode(w), when(w)), Fact.Acquires.class));
    all.put("releases", form(FactParser::releases, Fact.Releases.class));
    all.put("held", form(w -> new Fact.Held(target(w), mode(w), when(w)), Fact.Held.class));
    all.put("ensures", form(w -> new Fact.Ensures(target(w), when(w)), Fact.Ensures.class));
    all.put("waits", form(w -> new Fact.Waits(target(w)), Fact.Waits.class));
    all.put("signals", form(w -> new Fact.Signals(target(w)), Fact.Signals.class));
    all.put("holds", form(w -> new Fact.Holds(guard(w), mode(w)), Fact.Holds.class));
    all.put("excludes", form(w -> new Fact.Excludes(guard(w)), Fact.Excludes.class));
    all.put("takes", form(w -> new Fact.Takes(guard(w), when(w)), Fact.Takes.class));
    all.put("gives", form(w -> new Fact.Gives(guard(w)), Fact.Gives.class));
    all.put("guarded", form(FactParser::guarded, Fact.GuardedBy.class));
    all.put("locks", form(FactParser::lockOrder, Fact.LockOrder.class));
  }

  private static void sharedState(Map<String, Form> all) {
    all.put("checks", form(FactParser::checks, Fact.Checks.class));
    all.put("acts", form(w -> new Fact.Acts(target(w)), Fact.Acts.class));
    all.put("uses", form(w -> new Fact.Uses(target(w)), Fact.Uses.class));
    all.put("atomic", form(w -> new Fact.Atomic(), Fact.Atomic.class));
    all.put("idempotent", form(w -> new Fact.Idempotent(), Fact.Idempotent.class));
    all.put("serial", form(w -> new Fact.Serial(), Fact.Serial.class));
    all.put("removes", form(w -> new Fact.Removes(target(w)), Fact.Removes.class));
    all.put("iterates", form(w -> new Fact.Iterates(target(w)), Fact.Iterates.class));
    all.put("finds", form(w -> new Fact.Finds(target(w)), Fact.Finds.class));
    all.put("scans", form(w -> new Fact.Scans(target(w)), Fact.Scans.class));
    all.put("fuses", form(FactParser::fuses, Fact.Fuses.class));
    all.put("is", form(FactParser::is, Fact.Is.class));
    all.put("works", form(FactParser::worksAs, Fact.WorksAs.class));
    all.put(
        "returns",
        new Form(
            List.of(Fact.Returns.class, Fact.ReturnsFresh.class, Fact.ReturnsTrait.class),
            FactParser::returns));
  }

  private static void contexts(Map<String, Form> all) {
    all.put("runs", new Form(List.of(Fact.Runs.class, Fact.RunsOn.class), FactParser::runs));
    all.put("run", form(FactParser::runByDefault, Fact.RunByDefault.class));
    all.put("answers", form(FactParser::answers, Fact.Answers.class));
    all.put("cooperative", form(w -> new Fact.Cooperative(on(w)), Fact.Cooperative.class));
    all.put(
        "in", form(w -> new Fact.InContext(w.word("a context"), when(w)), Fact.InContext.class));
    all.put("ready", form(w -> new Fact.Ready(target(w), when(w)), Fact.Ready.class));
    all.put("provides", form(w -> new Fact.Provides(w.word("a context")), Fact.Provides.class));
    all.put(
        "threads",
        form(
            w -> new Fact.Threads(w.number("the argument index of the number of threads")),
            Fact.Threads.class));
    all.put("continues", form(w -> new Fact.Continues(onTarget(w)), Fact.Continues.class));
    all.put("starts", form(w -> new Fact.Starts(onTarget(w)), Fact.Starts.class));
    all.put("confined", form(FactParser::confined, Fact.ConfinedTo.class));
  }

  private static Form form(Function<Words, Fact> rest, Class<? extends Fact> kind) {
    return new Form(List.of(kind), rest);
  }

  private static Target onTarget(Words w) {
    w.expect("on");
    return target(w);
  }

  private static Fact blocks(Words w) {
    String kind = w.take("as") ? w.word("a kind of waiting") : "";
    return new Fact.Blocks(kind, w.take("for") ? Optional.of(timeout(w)) : Optional.empty());
  }

  private static Timeout timeout(Words w) {
    int amount = w.number("the argument index of the time limit");
    if (w.take("unit")) {
      return new Timeout(amount, "", w.number("the argument index of the TimeUnit"));
    }
    if (!UNITS.contains(w.peek())) {
      throw w.expected("\"unit\" and an argument index, or " + String.join(", ", UNITS));
    }
    return new Timeout(amount, w.word("a unit"), -1);
  }

  private static Fact releases(Words w) {
    Target lock = target(w);
    return new Fact.Releases(lock, w.take("any") ? Optional.empty() : Optional.of(mode(w)));
  }

  private static Fact guarded(Words w) {
    w.expect("by");
    List<String> guards = new ArrayList<>(List.of(guard(w)));
    while (w.take("|")) {
      guards.add(guard(w));
    }
    return new Fact.GuardedBy(guards);
  }

  private static Fact lockOrder(Words w) {
    w.expect("order");
    List<String> locks = new ArrayList<>(List.of(guard(w)));
    do {
      w.expect("<");
      locks.add(guard(w));
    } while (!w.atEnd());
    return new Fact.LockOrder(locks);
  }

  private static Fact checks(Words w) {
    Target what = target(w);
    if (!w.take("present")) {
      return new Fact.Checks(what, ALWAYS);
    }
    When present = when(w);
    if (present == ALWAYS) {
      throw w.expected("\"if\" and a result");
    }
    return new Fact.Checks(what, present);
  }

  private static Fact fuses(Words w) {
    String check = w.word("the name of the checking method");
    String act = w.word("the name of the acting method");
    w.expect("into");
    return new Fact.Fuses(check, act, w.word("the name of the atomic method"));
  }

  private static Fact is(Words w) {
    Optional<Trait> trait = trait(w);
    if (trait.isEmpty()) {
      throw w.expected("a trait (" + traits() + ")");
    }
    return new Fact.Is(trait.get());
  }

  private static Fact worksAs(Words w) {
    w.expect("as");
    for (Fact.Shape each : Fact.Shape.values()) {
      if (w.take(each.text())) {
        return new Fact.WorksAs(each);
      }
    }
    throw w.expected(
        Arrays.stream(Fact.Shape.values())
            .map(Fact.Shape::text)
            .collect(Collectors.joining(", ", "what it works as (", ")")));
  }

  private static Fact returns(Words w) {
    if (w.take("fresh")) {
      return new Fact.ReturnsFresh();
    }
    Optional<Trait> trait = trait(w);
    if (trait.isPresent()) {
      return new Fact.ReturnsTrait(trait.get());
    }
    for (Relation each : Relation.values()) {
      if (each != Relation.SAME && w.takeAll(each.text().trim().split(" "))) {
        return new Fact.Returns(each, target(w));
      }
    }
    if (!TARGET.matcher(w.peek()).matches()) {
      throw w.expected(
          "\"fresh\", a trait ("
              + traits()
              + "), [\"part of\", \"read side of\", \"write side of\","
              + " \"condition of\", \"class of\"] "
              + TARGET_HELP);
    }
    return new Fact.Returns(Relation.SAME, target(w));
  }

  private static Fact runs(Words w) {
    if (w.peek().equals("on")) {
      return new Fact.RunsOn(on(w));
    }
    Target what = target(w);
    boolean later = later(w);
    return new Fact.Runs(what, later, when(w), on(w));
  }

  private static Fact answers(Words w) {
    String type = w.word("the type that is returned");
    w.expect("on");
    return new Fact.Answers(type, w.word("a context"));
  }

  private static Fact runByDefault(Words w) {
    boolean later = later(w);
    String context = on(w);
    w.expect("by");
    w.expect("default");
    return new Fact.RunByDefault(later, context);
  }

  private static Fact confined(Words w) {
    w.expect("to");
    return new Fact.ConfinedTo(w.word("the name of a thread"));
  }

  private static Fact not(Words w) {
    if (kinds(w.peek()).isEmpty()) {
      throw w.expected(
          "the first word of a fact" + (isTrait(w.peek()) ? " (write \"is\" before a trait)" : ""));
    }
    return new Fact.Not(w.word("a fact"));
  }

  private static String on(Words w) {
    return w.take("on") ? w.word("a context") : "";
  }

  private static boolean later(Words w) {
    if (w.take("later")) {
      return true;
    }
    if (!w.take("now")) {
      throw w.expected("\"now\" or \"later\"");
    }
    return false;
  }

  private static String guard(Words w) {
    return w.word("a guard expression");
  }

  private static Target target(Words w) {
    Matcher m = TARGET.matcher(w.peek());
    if (!m.matches()) {
      throw w.expected(TARGET_HELP);
    }
    w.word(TARGET_HELP);
    int position =
        switch (m.group(1)) {
          case "this" -> Target.THIS;
          case "result" -> Target.RESULT;
          default -> Integer.parseInt(m.group(1));
        };
    return new Target(position, m.group(2) == null ? Target.WHOLE : Integer.parseInt(m.group(2)));
  }

  private static Mode mode(Words w) {
    for (Mode each : Mode.values()) {
      if (each != Mode.EXCLUSIVE && w.take(each.name().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    return Mode.EXCLUSIVE;
  }

  private static When when(Words w) {
    if (!w.peek().equals("if")) {
      return ALWAYS;
    }
    for (When each : When.values()) {
      if (each != ALWAYS && w.takeAll(each.text().trim().split(" "))) {
        return each;
      }
    }
    w.take("if");
    throw w.expected("\"true\", \"false\", \"null\", \"not null\", \"zero\" or \"not zero\"");
  }

  private static Optional<Trait> trait(Words w) {
    return Arrays.stream(Trait.values()).filter(t -> w.takeAll(t.text().split(" "))).findFirst();
  }

  private static boolean isTrait(String word) {
    return Arrays.stream(Trait.values()).anyMatch(t -> t.text().equals(word));
  }

  private static String traits() {
    return Arrays.stream(Trait.values()).map(Trait::text).collect(Collectors.joining(", "));
  }
}
