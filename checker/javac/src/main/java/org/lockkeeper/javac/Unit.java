package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** One source file: what its trees mean and where they stand. */
final class Unit {
  private final CompilationUnitTree tree;
  private final Trees trees;
  private final TreePath root;
  private final String file;
  private final LineMap lines;
  private final Positions positions;
  private final Documented documented;
  private final Accepted accepted;
  private final boolean suppresses;

  /** Several operations in a row stand at one place. */
  private Site last;

  Unit(CompilationUnitTree tree, Trees trees) {
    this.tree = tree;
    this.trees = trees;
    this.root = new TreePath(tree);
    this.file = tree.getSourceFile().getName();
    this.lines = tree.getLineMap();
    String text = source(tree);
    SourceText code = new SourceText(text);
    this.positions = new Positions(tree, trees.getSourcePositions(), code);
    this.documented = new Documented(text);
    this.accepted = new Accepted(text, code, lines);
    this.suppresses = text.contains("Suppress");
  }

  /** The masked text; empty when the file cannot be read again. */
  static SourceText text(CompilationUnitTree tree) {
    return new SourceText(source(tree));
  }

  private static String source(CompilationUnitTree tree) {
    try {
      return tree.getSourceFile().getCharContent(true).toString();
    } catch (IOException | RuntimeException unreadable) {
      return "";
    }
  }

  CompilationUnitTree tree() {
    return tree;
  }

  String file() {
    return file;
  }

  Positions positions() {
    return positions;
  }

  /** What its documentation comments tell. */
  Documented documented() {
    return documented;
  }

  /** What its comments accept. */
  Accepted accepted() {
    return accepted;
  }

  /** Whether an annotation in it may silence findings. */
  boolean suppresses() {
    return suppresses;
  }

  /** The attributed type of an expression or type tree, or null. */
  TypeMirror type(Tree of) {
    return trees.getTypeMirror(new TreePath(root, of));
  }

  /** What a name or declaration denotes, or null. */
  Element element(Tree of) {
    return trees.getElement(new TreePath(root, of));
  }

  /** Where a diagnostic about the tree points. */
  Site site(MethodRef in, Tree at) {
    return site(in, positions.of(at));
  }

  /** The place of an offset. */
  Site site(MethodRef in, int offset) {
    if (offset < 0) {
      return new Site(in, file, 0, 0, -1);
    }
    if (last == null || last.offset() != offset || last.in() != in) {
      long line = lines.getLineNumber(offset);
      int column = (int) (offset - lines.getStartPosition(line)) + 1;
      last = new Site(in, file, (int) line, column, offset);
    }
    return last;
  }
}
