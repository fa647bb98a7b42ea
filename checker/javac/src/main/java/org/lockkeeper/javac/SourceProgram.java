package org.lockkeeper.javac;

import com.sun.source.util.JavacTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Memo;

/**
 * The classes of one compilation, lowered, and javac's view of all types on its class path. Answers
 * about those as long as the compilation's symbols live. Safe for use by several threads: questions
 * to javac are asked one at a time.
 */
public final class SourceProgram implements Program {
  private final List<ClassInfo> classes;
  private final Map<String, ClassInfo> sources = new ConcurrentHashMap<>();
  private final Memo<String, Optional<ClassInfo>> library = new Memo<>();
  private final Memo<String, Optional<Path>> roots = new Memo<>();
  private final Elements elements;
  private final Names names;
  private final Members members;
  private final Origins origins;

  SourceProgram(List<ClassInfo> classes, JavacTask task, Names names) {
    this.classes = List.copyOf(classes);
    this.elements = task.getElements();
    this.origins = new Origins(task);
    this.names = names;
    this.members = new Members(names);
    for (ClassInfo each : classes) {
      sources.put(each.name(), each);
    }
  }

  @Override
  public List<ClassInfo> classes() {
    return classes;
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    ClassInfo source = sources.get(binaryName);
    if (source != null) {
      return Optional.of(source);
    }
    return library.get(binaryName, this::ask);
  }

  /** A class file that javac cannot complete is as good as none. */
  private synchronized Optional<ClassInfo> ask(String binaryName) {
    try {
      if (binaryName.endsWith(".package-info")) {
        return annotated(binaryName);
      }
      TypeElement type = names.find(binaryName);
      return type == null ? Optional.empty() : Optional.of(members.library(type));
    } catch (RuntimeException | AssertionError broken) {
      return Optional.empty();
    }
  }

  /**
   * The class files that javac compiles against, lowered when asked for.
   *
   * @param cached whether the user's cache may be used
   */
  Libraries libraries(boolean cached) {
    return new Libraries(this, origins.known(), cached);
  }

  /** The folder or archive that javac took the class from; empty for sources and the JDK. */
  Optional<Path> root(String binaryName) {
    return binaryName.startsWith("java.") ? Optional.empty() : roots.get(binaryName, this::locate);
  }

  private synchronized Optional<Path> locate(String binaryName) {
    try {
      TypeElement type = outermost(binaryName);
      return type == null || sources.containsKey(names.type(type))
          ? Optional.empty()
          : origins.of(type);
    } catch (RuntimeException | AssertionError broken) {
      return Optional.empty();
    }
  }

  /** The roots of all types that the sources name, sorted. */
  synchronized SortedSet<Path> roots() {
    SortedSet<Path> all = new TreeSet<>();
    for (String each : names.named()) {
      root(each).ifPresent(all::add);
    }
    return all;
  }

  /** The top-level types of the folder or archive that the sources name, sorted. */
  synchronized List<String> named(Path root) {
    return names.named().stream()
        .filter(each -> root(each).filter(root::equals).isPresent())
        .map(each -> names.type(outermost(each)))
        .distinct()
        .sorted()
        .toList();
  }

  /** No other file can name an anonymous or local class, but what it stands in can be named. */
  private TypeElement outermost(String binaryName) {
    String name = binaryName;
    TypeElement type = names.find(name);
    while (type == null && name.lastIndexOf('$') > 0) {
      name = name.substring(0, name.lastIndexOf('$'));
      type = names.find(name);
    }
    while (type != null && type.getEnclosingElement() instanceof TypeElement around) {
      type = around;
    }
    return type;
  }

  private Optional<ClassInfo> annotated(String packageInfo) {
    String name = packageInfo.substring(0, packageInfo.lastIndexOf('.'));
    PackageElement element = elements.getPackageElement(name);
    List<Annotation> annotations = element == null ? List.of() : members.annotations(element);
    return annotations.isEmpty()
        ? Optional.empty()
        : Optional.of(Members.annotations(packageInfo, annotations));
  }
}
