package org.lockkeeper.javac;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Offers source files by the classes that they declare, whatever their names and folders are. */
final class SourcesBeside extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

  /**
   * @param classes files by the qualified names of their outermost classes
   */
  SourcesBeside(StandardJavaFileManager files, Map<String, Path> classes) {
    super(files);
    new TreeMap<>(classes)
        .forEach(
            (name, path) ->
                files
                    .getJavaFileObjects(path)
                    .forEach(
                        file ->
                            packages
                                .computeIfAbsent(before(name), k -> new ArrayList<>())
                                .add(new Declaring(file, name))));
  }

  private static String before(String name) {
    return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String in, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    return location == StandardLocation.SOURCE_PATH
        ? packages.getOrDefault(in, List.of())
        : super.list(location, in, kinds, recurse);
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Declaring one ? one.name : super.inferBinaryName(location, file);
  }

  /** A source file, looked up for one of its classes. */
  private static final class Declaring extends ForwardingJavaFileObject<JavaFileObject> {
    private final String name;

    Declaring(JavaFileObject file, String name) {
      super(file);
      this.name = name;
    }

    /** Looked up for another class, it is the same file. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Declaring that && toUri().equals(that.toUri());
    }

    @Override
    public int hashCode() {
      return toUri().hashCode();
    }
  }
}
