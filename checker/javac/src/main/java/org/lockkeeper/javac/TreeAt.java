package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;

/** Finds the trees of one source file that findings are about. They need only be parsed. */
public final class TreeAt {
  private final CompilationUnitTree unit;
  private final Positions positions;

  /** For a file whose trees belong to the task that {@code trees} comes from. */
  public TreeAt(CompilationUnitTree unit, Trees trees) {
    this.unit = unit;
    this.positions = new Positions(unit, trees.getSourcePositions(), Unit.text(unit));
  }

  /**
   * The innermost tree whose diagnostics point at an offset.
   *
   * @param offset as in {@link org.lockkeeper.ir.Site#offset()}
   */
  public Optional<TreePath> offset(int offset) {
    Finder finder = new Finder(positions, offset);
    finder.scan(new TreePath(unit), null);
    return Optional.ofNullable(finder.found);
  }

  private static final class Finder extends TreePathScanner<Void, Void> {
    private final Positions positions;
    private final int offset;
    private TreePath found;

    Finder(Positions positions, int offset) {
      this.positions = positions;
      this.offset = offset;
    }

    @Override
    public Void scan(Tree tree, Void none) {
      if (tree == null || positions.start(tree) > offset || isDefaultConstructor(tree)) {
        return null;
      }
      if (positions.of(tree) == offset) {
        found = new TreePath(getCurrentPath(), tree);
      }
      return super.scan(tree, none);
    }

    /** The constructor that javac adds stands where its class does. */
    private boolean isDefaultConstructor(Tree tree) {
      return tree instanceof MethodTree method
          && method.getName().contentEquals("<init>")
          && positions.start(tree) <= positions.of(getCurrentPath().getLeaf());
    }
  }
}
