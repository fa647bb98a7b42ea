package org.lockkeeper.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.World;

/**
 * A program whose calls into libraries are answered by their class files where a door can lower
 * them.
 */
public final class WithLibraries implements Program {
  private final Program program;
  private final World libraries;
  private final Map<String, ClassInfo> own;

  /**
   * What {@code libraries} finds goes before what the program knows of types that it does not
   * contain.
   */
  public WithLibraries(Program program, World libraries) {
    this.program = program;
    this.libraries = libraries;
    this.own =
        program.classes().stream().collect(Collectors.toMap(ClassInfo::name, c -> c, (a, b) -> a));
  }

  @Override
  public List<ClassInfo> classes() {
    return program.classes();
  }

  @Override
  public List<String> users(Collection<String> binaryNames) {
    return libraries.users(binaryNames).stream().filter(name -> !own.containsKey(name)).toList();
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    if (own.containsKey(binaryName)) {
      return Optional.of(own.get(binaryName));
    }
    Optional<ClassInfo> known = program.find(binaryName);
    boolean platform = known.isPresent() && known.get().origin().startsWith("jrt:");
    return platform ? known : libraries.find(binaryName).or(() -> known);
  }
}
