package org.lockkeeper.javac;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Elements elements;
  private final Names names;
  private final Members members;

  SourceProgram(List<ClassInfo> classes, Elements elements, Names names) {
    this.classes = List.copyOf(classes);
    this.elements = elements;
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

  private Optional<ClassInfo> annotated(String packageInfo) {
    String name = packageInfo.substring(0, packageInfo.lastIndexOf('.'));
    PackageElement element = elements.getPackageElement(name);
    List<Annotation> annotations = element == null ? List.of() : members.annotations(element);
    return annotations.isEmpty()
        ? Optional.empty()
        : Optional.of(Members.annotations(packageInfo, annotations));
  }
}
