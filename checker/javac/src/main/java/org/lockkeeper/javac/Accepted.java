package org.lockkeeper.javac;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lockkeeper.facts.AcceptedRace;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodInfo;

/**
 * Comments by which an author accepts a race: "does not need to be atomic", "it's ok to be racy
 * here". A method or field is as if annotated by what they speak of.
 */
final class Accepted {
  /** Further on in the comment; {@code if} below it is code. */
  private static final String UNLESS =
      "(?!,?(?:[\\t\\x20]+|\\s*\\R\\s*(?:\\*|//)\\s*)"
          + "(?:unless|if|when|until|for|except|with\\s+respect|and\\s+must)\\b)";

  private static final Pattern RACE =
      pattern(
          "(?:not|n't) (?:need|have) to be atomic",
          "no need to make (?:this|it) volatile",
          "at wors[et],? (?:it|this|we|they|two|both|you)\\b",
          "\\b(?:ok|okay|fine|acceptable) to (?:be racy|race)\\b",
          "\\b(?:benign|harmless|acceptable|intentional|tolerable) (?:data )?rac(?:es?|y)\\b",
          "\\brac(?:es?|y)(?: conditions?)?(?: here)? (?:is|are)"
              + " (?:ok|okay|fine|harmless|benign|accept(?:ed|able)|intentional|expected|inconsequential|not"
              + " a problem|no problem)\\b",
          "\\baccept(?:s|ing)? (?:the|this|that|a|such)(?: data| potential| possible)? race\\b",
          "\\baccept(?:s|ing)? that there may be (?:multiple|several|two|duplicate)\\b",
          "\\bthis is racy\\b",
          "\\b(?:concurrent|parallel|racy|double|repeated)"
              + " (?:initiali[sz]ation|init|creation|computation)s? (?:is|are)"
              + " (?:tolera(?:nt|ted|ble)|ok|okay|fine|harmless|accept(?:ed|able))\\b",
          "\\binconsequential (?:multiple|duplicate|repeated)\\b",
          "\\bnot atomic\\b[^\\n]{0,80}\\b(?:not a|no) problem\\b",
          "\\bnot atomic\\b[^\\n]{0,80}\\b(?:is|are) (?:ok|okay|fine)\\b",
          "(?:n't|not) care about (?:thread[- ])?(?:safety|races|atomicity|lost updates)\\b",
          "\\bwithout (?:thread[- ]safety|synchroni[sz]ation|locking) for perf",
          "\\b(?:intentional|deliberate|purpose)ly (?:racy|unsynchroni[sz]ed"
              + "|not (?:synchroni[sz]ed|atomic|thread[- ]?safe))\\b",
          "[.!:;] not thread[- ]?safe(?=[.,;:]|\\s*\\R| but\\b)" + UNLESS,
          "\\bnot (?:completely|perfectly|entirely|strictly|fully|really|100%) thread[- ]?safe\\b"
              + UNLESS,
          "\\bnot thread[- ]?safe,? but (?:it|that|this)(?:'s| is)"
              + " (?:ok|okay|fine|harmless|accept(?:ed|able)|not a problem|no problem)\\b",
          "\\b(?:contention|conflicts?|rac(?:es?|y)) may (?:exist|occur|happen|arise)(?: here)?,?"
              + " but (?:it|that|this)(?:'s| is) (?:ok|okay|fine|harmless|acceptable)\\b",
          "\\bin case of (?:a )?race(?: condition)?s?\\b[^.]{0,90}"
              + "\\b(?:does not|doesn't|will not|won't|can't|cannot) (?:break|hurt|harm|matter)\\b",
          "(?:not|n't) (?:need|have) to be (?:accurate|exact|precise)\\b",
          "\\bnot in a race here\\b",
          "\\b(?:rather than|instead of) (?:a |using )?(?:CAS|compare-and-set)\\b",
          "\\band may not be thread[- ]?safe\\b" + UNLESS,
          "\\b(?:can't|cannot|can not) (?:use synchroni[sz]ed|be synchroni[sz]ed)\\b[^.]{0,40},?"
              + " (?:because|since|as)\\b",
          "\\bno (?:synchroni[sz]ation|locking|lock)(?: is)? (?:needed|required|necessary)\\b,?"
              + " (?:as|since|because|here,? (?:as|since|because))\\b",
          "\\b(?:as|since|because)\\b[^.]{0,60}\\bno need to (?:synchroni[sz]e|lock)\\b",
          "\\bno need to (?:synchroni[sz]e|lock)(?: on (?:it|this|them))?(?: here)?,?"
              + " (?:as|since|because)\\b",
          "\\btwice is (?:harmless|ok|okay|fine|not a problem|no problem)\\b" + UNLESS,
          "\\b(?:won't|will not|can't|cannot|can not) be any\\b[^.]{0,40}\\bconcurrent"
              + " modifications?\\b"
              + UNLESS,
          "\\bis single[- ]?threaded,? so\\b",
          "\\bnoinspection [\\w, ]*NonAtomicOperationOnVolatileField\\b");

  private static final Pattern OPEN = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK|BUG)\\b");

  /** Each phrase has one of them. */
  private static final List<String> WORDS =
      List.of(
          "racy",
          "race",
          "Race",
          "hread",
          "CAS",
          "are-and-set",
          "HREAD",
          "tomic",
          "volatile",
          "t wors",
          "nitiali",
          "init is",
          "creation",
          "computation",
          "there may be",
          "inconsequential",
          "safety",
          "lost update",
          "ontention",
          "to be accurate",
          "to be exact",
          "to be precise",
          "ynchroni",
          "locking",
          "no lock",
          "need to lock",
          "twice is",
          "oncurrent modification");

  /** Phrases take three lines at most. */
  private static final int LINES = 3;

  private static final int EVERYWHERE = 0;

  private final SourceText code;
  private final LineMap lines;
  private final List<Comment> comments = new ArrayList<>();

  /**
   * A comment that accepts a race.
   *
   * @param of offset of the code that it stands beside or above
   * @param beside whether that code stands on its line
   */
  private record Comment(int of, boolean beside) {}

  /** Of a whole file and its masked text. */
  Accepted(String all, SourceText code, LineMap lines) {
    this.code = code;
    this.lines = lines;
    BitSet near = near(all);
    for (int line = near.nextSetBit(0); line >= 0; ) {
      int next = near.nextClearBit(line);
      int to = next > count(all) ? all.length() : start(next);
      Matcher race = RACE.matcher(all).region(start(line), to).useTransparentBounds(true);
      while (race.find()) {
        boolean said = comment(all, race.start(), race.end());
        race.region(said ? race.end() : race.start() + 1, to);
      }
      line = near.nextSetBit(next);
    }
  }

  /** The lines around words of phrases in comments. */
  private BitSet near(String all) {
    BitSet near = new BitSet();
    int last = count(all);
    for (SourceText.Range each : code.comments()) {
      String comment = all.substring(each.from(), each.to());
      for (String word : WORDS) {
        for (int at = comment.indexOf(word); at >= 0; at = comment.indexOf(word, at + 1)) {
          int line = (int) lines.getLineNumber(each.from() + at);
          near.set(Math.max(1, line - LINES + 1), Math.min(line + LINES, last + 1));
        }
      }
    }
    return near;
  }

  private int start(int line) {
    return (int) lines.getStartPosition(line);
  }

  private int count(String all) {
    return (int) lines.getLineNumber(all.length());
  }

  private static Pattern pattern(String... phrases) {
    String words = String.join("|", phrases).replace(" ", "[\\s*/]+");
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** Takes in a phrase, unless it begins in code. */
  private boolean comment(String all, int from, int to) {
    int first = from;
    while (first > 0 && code.at(first - 1) <= ' ') {
      first--;
    }
    int next = code.skipBlanks(from);
    boolean said = next >= to && !all.substring(from, to).isBlank();
    if (said && !OPEN.matcher(all.substring(first, next)).find()) {
      boolean beside = first > 0 && !code.hasLineEnd(first, from);
      comments.add(new Comment(beside ? first - 1 : next, beside));
    }
    return said;
  }

  /** The method, annotated by the lines of it that comments speak of. */
  MethodInfo method(MethodInfo info, MethodTree tree, Positions positions) {
    int start = positions.start(tree);
    if (comments.isEmpty() || start < 0 || tree.getBody() == null) {
      return info;
    }
    int body = positions.start(tree.getBody());
    int end = positions.closing(tree.getBody());
    List<Object> spoken = new ArrayList<>();
    for (Comment c : comments) {
      if (c.of() >= start && c.of() <= end) {
        spoken.add(c.of() < body ? EVERYWHERE : (int) lines.getLineNumber(c.of()));
      }
    }
    return spoken.isEmpty()
        ? info
        : new MethodInfo(
            info.ref(),
            info.modifiers(),
            with(info.annotations(), Map.of("lines", List.copyOf(spoken))),
            info.params(),
            info.thrown(),
            info.enclosing(),
            info.site(),
            info.lowered());
  }

  /** The field, annotated where the comment above it or beside it accepts races. */
  FieldInfo field(FieldInfo info, Tree tree, Positions positions) {
    int start = positions.start(tree);
    for (Comment c : comments) {
      boolean here = c.beside() && lines.getLineNumber(c.of()) == info.site().line();
      if (c.of() == start || here) {
        return new FieldInfo(
            info.ref(), info.modifiers(), with(info.annotations(), Map.of()), info.site());
      }
    }
    return info;
  }

  private static List<Annotation> with(List<Annotation> annotations, Map<String, Object> values) {
    List<Annotation> all = new ArrayList<>(annotations);
    all.add(new Annotation(AcceptedRace.TYPE, values));
    return List.copyOf(all);
  }
}
