package org.lockkeeper.javac;

import com.sun.source.tree.Tree;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;

/**
 * What documentation comments tell of thread safety: a class or method that is said not to be
 * thread-safe is as if annotated so. javac keeps comments only when asked, so the text is read.
 */
final class Documented {
  private static final String UNSAFE =
      "not (?:(?:intended|meant|designed|guaranteed) to be )?(?:thread[- ]?safe|safe for"
          + " (?:concurrent use|use (?:by|from|in) (?:multiple|several|different) threads))\\b";

  /** Said of the thing itself, and not under a condition. */
  private static final Pattern NOT_SAFE =
      Pattern.compile(
          "(?:\\bthis (?:class|type|interface|implementation|object|method|function|operation)"
              + " (?:itself )?is |\\binstances (?:of this (?:class|type) )?are |(?:^|[.!:] ))"
              + UNSAFE
              + "(?!,? (?:unless|if|when|until|for|except|with respect)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** A method's callers are to keep others out, by whatever lock. */
  private static final Pattern CALLERS =
      Pattern.compile(
          "\\b(?:expect|assum|requir|ensur|guarant)\\w*[^.;]{0,60}\\bno other threads?\\b"
              + "|\\bno other threads? (?:may|must|should)\\b"
              + "|\\bmust be (?:externally )?(?:protected|guarded|synchroni[sz]ed) "
              + "(?:externally|(?:with|by) (?:a|an|some)(?: external)? lock)\\b"
              + "|\\bcallers? (?:must|should|has to|have to) (?:externally )?synchroni[sz]e\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|\\s*\\R[ \\t]*\\*?|\\s+");
  private static final Annotation NOT_THREAD_SAFE =
      new Annotation("NotThreadSafe", Collections.emptySortedMap());

  private final String text;

  /** Of a whole file. */
  Documented(String all) {
    text = all.contains("hread") || all.contains("ynchroni") ? all : "";
  }

  /** The class, annotated by what its comment says. */
  ClassInfo type(ClassInfo info, Tree tree, Positions positions) {
    return saysUnsafe(comment(positions.start(tree)))
        ? new ClassInfo(
            info.name(),
            info.superName(),
            info.interfaces(),
            info.modifiers(),
            with(info.annotations()),
            info.outer(),
            info.enclosingMethod(),
            info.fields(),
            info.methods(),
            info.site(),
            info.origin())
        : info;
  }

  /** The method, annotated by what its comment asks of callers elsewhere. */
  MethodInfo method(MethodInfo info, Tree tree, Positions positions) {
    boolean called = info.has(Modifier.PUBLIC) || info.has(Modifier.PROTECTED);
    String comment = called ? comment(positions.start(tree)) : "";
    return saysUnsafe(comment) || asksCallers(comment)
        ? new MethodInfo(
            info.ref(),
            info.modifiers(),
            with(info.annotations()),
            info.params(),
            info.thrown(),
            info.enclosing(),
            info.site(),
            info.lowered())
        : info;
  }

  private static List<Annotation> with(List<Annotation> annotations) {
    List<Annotation> all = new ArrayList<>(annotations);
    all.add(NOT_THREAD_SAFE);
    return List.copyOf(all);
  }

  /** The comment that ends before an offset; empty when there is none. */
  private String comment(int start) {
    int end = Math.min(start, text.length());
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    int open = end > 4 && text.startsWith("*/", end - 2) ? text.lastIndexOf("/*", end - 3) : -1;
    boolean documents = open >= 0 && text.startsWith("/**", open) && end - 2 > open + 3;
    return documents ? text.substring(open + 3, end - 2) : "";
  }

  /** Most comments lack the words, which is cheap to find out. */
  private static boolean saysUnsafe(String comment) {
    return comment.contains("afe") && NOT_SAFE.matcher(plain(comment)).find();
  }

  private static boolean asksCallers(String comment) {
    boolean can =
        comment.contains("hread") && comment.contains("other")
            || comment.contains("must") && comment.contains("lock")
            || comment.contains("xternal")
            || comment.contains("ynchroni");
    return can && CALLERS.matcher(plain(comment)).find();
  }

  /** As one line. */
  private static String plain(String comment) {
    return MARKUP.matcher(comment).replaceAll(" ").replaceAll(" +", " ").trim();
  }
}
