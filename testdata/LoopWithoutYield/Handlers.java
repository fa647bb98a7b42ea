package cases.loopwithoutyield;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.vertx.core.AbstractVerticle;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Handlers of libraries with event loops: no annotation needed. */
public class Handlers {

  static class Relay extends ChannelInboundHandlerAdapter {
    private final Queue<Object> backlog = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      backlog.add(message);
      while (ctx.channel().isActive()) { // want LoopWithoutYield "loop"
        ctx.write(backlog.peek());
      }
    }

    /** A turn at a time: the rest is put behind what else waits. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      for (int i = 0; i < 16; i++) {
        Object message = backlog.poll();
        if (message == null) {
          ctx.flush();
          return;
        }
        ctx.write(message);
      }
      ctx.executor().execute(() -> channelActive(ctx));
    }
  }

  /** Reads what has arrived, which is as much as the buffer holds. */
  static class Ints extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
      while (in.readableBytes() >= 4) {
        out.add(in.readInt());
      }
    }
  }

  static class Game extends AbstractVerticle {
    private volatile boolean over;

    @Override
    public void start() {
      vertx.setPeriodic(40, id -> vertx.eventBus().publish("game.tick", id));
      vertx
          .eventBus()
          .consumer(
              "game.run",
              message -> {
                while (!over) { // want LoopWithoutYield "loop"
                  message.body();
                }
              });
    }

    @Override
    public void stop() {
      while (!over) { // want LoopWithoutYield "loop"
        Math.sqrt(2);
      }
    }
  }
}
