package org.lockkeeper.edit;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.lockkeeper.check.TextEdit;

/** One source file: its text, its trees, and where they stand. Trees are parsed, not attributed. */
final class Source {
  private final String file;
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Tree> trees = new ArrayList<>();
  private final Map<Tree, Tree> parents = new IdentityHashMap<>();

  private Source(String file, String text, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.text = text;
    this.unit = unit;
    this.positions = positions;
    new Indexer().scan(unit, null);
  }

  /** Parses a text; empty when it is not Java. */
  static Optional<Source> parse(String file, String text) {
    boolean[] broken = {false};
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    d -> broken[0] |= d.getKind() == Diagnostic.Kind.ERROR,
                    List.of("-proc:none"),
                    null,
                    List.of(new Text(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      return broken[0] ? Optional.empty() : Optional.of(new Source(file, text, unit, positions));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** A text as a file. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Text.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Notes all trees, outer ones first, and what each stands in. */
  private final class Indexer extends TreeScanner<Void, Void> {
    private final Deque<Tree> around = new ArrayDeque<>();

    @Override
    public Void scan(Tree tree, Void none) {
      if (tree == null) {
        return null;
      }
      trees.add(tree);
      if (!around.isEmpty()) {
        parents.put(tree, around.peek());
      }
      around.push(tree);
      super.scan(tree, none);
      around.pop();
      return null;
    }
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  /** All trees, outer ones first. */
  List<Tree> trees() {
    return trees;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** As it was written. */
  String text(Tree tree) {
    return text(start(tree), end(tree));
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  /** What a tree stands in; {@code null} for the file. */
  Tree parent(Tree tree) {
    return parents.get(tree);
  }

  /** Whether a tree is {@code outer} or stands in it. */
  boolean within(Tree tree, Tree outer) {
    for (Tree each = tree; each != null; each = parent(each)) {
      if (each == outer) {
        return true;
      }
    }
    return false;
  }

  /** The method, lambda, initialiser block or class whose body a tree is part of. */
  Tree body(Tree tree) {
    Tree each = parent(tree);
    while (each != null
        && !(each instanceof MethodTree)
        && !(each instanceof LambdaExpressionTree)
        && !(each instanceof ClassTree)
        && !(each instanceof BlockTree && parent(each) instanceof ClassTree)) {
      each = parent(each);
    }
    return each;
  }

  /** The innermost statement of a list that a tree is or stands in; {@code null} outside of one. */
  StatementTree statement(Tree tree) {
    for (Tree each = tree; each != null; each = parent(each)) {
      if (each instanceof StatementTree s && !siblings(s).isEmpty()) {
        return s;
      }
    }
    return null;
  }

  /** The list that a statement stands in; empty when it is the only one, without braces. */
  List<? extends StatementTree> siblings(StatementTree statement) {
    Tree parent = parent(statement);
    if (parent instanceof BlockTree block) {
      return block.getStatements();
    }
    if (parent instanceof CaseTree labelled && labelled.getStatements() != null) {
      return labelled.getStatements();
    }
    return List.of();
  }

  /** The statement after one in its list; {@code null} for the last. */
  StatementTree next(StatementTree statement) {
    List<? extends StatementTree> all = siblings(statement);
    int i = all.indexOf(statement);
    return i >= 0 && i + 1 < all.size() ? all.get(i + 1) : null;
  }

  /** The statement before one in its list; {@code null} for the first. */
  StatementTree previous(StatementTree statement) {
    List<? extends StatementTree> all = siblings(statement);
    int i = all.indexOf(statement);
    return i > 0 ? all.get(i - 1) : null;
  }

  /** The statements of a block, or the one statement. */
  static List<? extends StatementTree> statements(StatementTree statement) {
    return statement instanceof BlockTree block ? block.getStatements() : List.of(statement);
  }

  /** 1-based. */
  int line(int offset) {
    return (int) unit.getLineMap().getLineNumber(offset);
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset of the line's end, before its line break. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    end = end < 0 ? text.length() : end;
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The blanks at the head of the line. */
  String indent(int offset) {
    int from = lineStart(offset);
    int to = from;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return text.substring(from, to);
  }

  /** One more level of indentation, as the file has it. */
  String step() {
    for (Tree tree : trees) {
      if (tree instanceof ClassTree type) {
        for (Tree member : type.getMembers()) {
          String inner = start(member) < 0 ? "" : indent(start(member));
          String outer = indent(start(tree));
          boolean own = start(member) > lineEnd(start(tree));
          if (own && inner.startsWith(outer) && inner.length() > outer.length()) {
            return inner.substring(outer.length());
          }
        }
      }
    }
    return "  ";
  }

  /** The line break of the file. */
  String newline() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  TextEdit replace(Tree tree, String by) {
    return replace(start(tree), end(tree), by);
  }

  TextEdit replace(int from, int to, String by) {
    return new TextEdit(file, from, to, by);
  }

  /** Takes a statement away, with its line when nothing else stands on it. */
  TextEdit delete(StatementTree statement) {
    int from = start(statement);
    int to = end(statement);
    int head = lineStart(from);
    int tail = lineEnd(to);
    boolean first = text(head, from).isBlank();
    boolean alone = first && text(to, tail).isBlank();
    if (first && text(to, tail).strip().startsWith("//")) {
      return replace(from, text.indexOf("//", to), "");
    }
    if (alone && tail < text.length()) {
      int behind = text.charAt(tail) == '\r' ? tail + 2 : tail + 1;
      return replace(head, behind, "");
    }
    return replace(from, to, "");
  }

  /** Lines of a region at another depth; the first line is left alone. */
  static String shift(String text, String from, String to) {
    String[] lines = text.split("\n", -1);
    StringBuilder all = new StringBuilder(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      boolean deeper = lines[i].startsWith(from) && !lines[i].isBlank();
      all.append('\n').append(deeper ? to + lines[i].substring(from.length()) : lines[i]);
    }
    return all.toString();
  }
}
