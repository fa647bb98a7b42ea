package io.vertx.core.json;

import java.util.Iterator;
import java.util.Map;

/** Outline of Vert.x 4's {@code JsonObject}. */
public class JsonObject implements Iterable<Map.Entry<String, Object>> {
  public JsonObject(String text) {}

  public JsonObject() {}

  public native String getString(String text);

  public native Integer getInteger(String text);

  public native Long getLong(String text);

  public native JsonObject put(String text, Object object);

  public native String encode();

  public native Iterator<Map.Entry<String, Object>> iterator();
}
