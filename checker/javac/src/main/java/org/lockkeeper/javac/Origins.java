package org.lockkeeper.javac;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Where javac has read types from. {@link Elements} tells from JDK 18 on. JDK 17 tells only whoever
 * has its file manager; without that all types are of unknown origin.
 */
final class Origins {
  private static final String CLASS = ".class";

  private final Elements elements;
  private final Method fileOf;
  private final JavaFileManager files;
  private final List<Location> places = new ArrayList<>();

  Origins(JavacTask task) {
    this.elements = task.getElements();
    this.fileOf = fileOf();
    this.files = fileOf == null ? HiddenFileManager.of(task).orElse(null) : null;
  }

  /** Whether anything can be told. */
  boolean known() {
    return fileOf != null || files != null;
  }

  /** The folder or archive with the type's class file; empty for source, the JDK, or unknown. */
  Optional<Path> of(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    try {
      FileObject file = fileOf == null ? search(name) : (FileObject) fileOf.invoke(elements, type);
      return file == null ? Optional.empty() : root(file.toUri(), name.replace('.', '/') + CLASS);
    } catch (ReflectiveOperationException | IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  /**
   * Of {@code jar:file:/lib/a.jar!/p/C.class} the jar, of {@code file:/out/p/C.class} the folder.
   *
   * @param path of the class file in it
   */
  static Optional<Path> root(URI uri, String path) {
    String readable = String.valueOf(uri.getSchemeSpecificPart());
    if (!readable.endsWith("/" + path)) {
      return Optional.empty();
    }
    String text = uri.toString();
    if (text.startsWith("jar:file:")) {
      return Optional.of(Path.of(URI.create(text.substring(4, text.lastIndexOf("!/")))));
    }
    if (!text.startsWith("file:")) {
      return Optional.empty();
    }
    Path folder = Path.of(uri);
    for (int i = 0; i < Path.of(path).getNameCount(); i++) {
      folder = folder.getParent();
    }
    return Optional.of(folder);
  }

  private static Method fileOf() {
    try {
      return Elements.class.getMethod("getFileObjectOf", Element.class);
    } catch (NoSuchMethodException older) {
      return null;
    }
  }

  /** Modular compilations have a location for each module, and look in their own output. */
  private JavaFileObject search(String name) throws IOException {
    if (places.isEmpty()) {
      places.add(StandardLocation.CLASS_PATH);
      places.add(StandardLocation.CLASS_OUTPUT);
      for (Set<Location> some : files.listLocationsForModules(StandardLocation.MODULE_PATH)) {
        places.addAll(some);
      }
      places.removeIf(each -> !files.hasLocation(each));
    }
    for (Location each : places) {
      JavaFileObject file = files.getJavaFileForInput(each, name, JavaFileObject.Kind.CLASS);
      if (file != null) {
        return file;
      }
    }
    return null;
  }
}
