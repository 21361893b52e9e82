using DigitPad.Drawing;
using NetGen;

namespace DigitPad.Tests.Drawing;

/// <summary>The pad without a page.</summary>
public sealed class DrawingBoardTests
{
    private readonly DrawingBoard board = new();

    [Fact]
    public void What_is_undone_was_never_drawn()
    {
        Draw(4, 4, 20, 20);
        byte[] first = board.Pixels;
        Draw(20, 4, 4, 20);
        Assert.NotEqual(first, board.Pixels);
        board.Undo();
        Assert.Equal(first, board.Pixels);
        board.Undo();
        Assert.True(board.IsEmpty);
        Assert.False(board.CanUndo);
        board.Undo();
        Assert.True(board.IsEmpty);
    }

    [Fact]
    public void The_eraser_takes_ink_away()
    {
        Draw(14, 4, 14, 24);
        board.Use(DrawingTool.Eraser);
        Draw(14, 4, 14, 24);
        Assert.True(board.IsEmpty);
    }

    [Fact]
    public void Before_pixels_are_set_the_pad_shows_what_the_network_sees()
    {
        Draw(2, 2, 8, 12);
        byte[] seen = board.Seen;
        board.Use(DrawingTool.Pixel);
        Assert.Equal(seen, board.Pixels);
        Assert.Equal(seen, board.Seen);
        board.Begin(0.5, 27.5);
        board.End();
        Assert.Equal(255, board.Seen[27 * Mnist.Side]);
        board.Begin(0.5, 27.5);
        board.End();
        Assert.Equal(0, board.Seen[27 * Mnist.Side]);
    }

    [Fact]
    public void The_cursor_stays_on_the_pad()
    {
        board.MoveCursor(-100, 100, draws: false);
        Assert.Equal((0, Mnist.Side - 1), board.Cursor);
        Assert.True(board.IsEmpty);
        board.MoveCursor(5, 0, draws: true);
        Assert.False(board.IsEmpty);
    }

    [Fact]
    public void Lines_may_leave_the_pad()
    {
        Draw(-50, 14.5, 70, 14.5);
        Assert.Equal(255, board.Pixels[14 * Mnist.Side]);
        Assert.Equal(255, board.Pixels[(14 * Mnist.Side) + Mnist.Side - 1]);
    }

    [Fact]
    public void An_image_of_another_size_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => board.Load(new byte[100]));
        Assert.Contains("Expected 784 pixels; got 100", error.Message, StringComparison.Ordinal);
    }

    private void Draw(double fromX, double fromY, double toX, double toY)
    {
        board.Begin(fromX, fromY);
        board.MoveTo(toX, toY);
        board.End();
    }
}
