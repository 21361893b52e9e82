using NetGen;

namespace DigitPad.Drawing;

/// <summary>The pad: ink, tools, a cursor for the keyboard, and what can be undone.</summary>
internal sealed class DrawingBoard
{
    private const int MostUndone = 100;

    private readonly InkField ink = new();
    private readonly List<byte[]> undo = [];
    private (double X, double Y)? last;
    private byte pixelInk;

    /// <summary>Raised behind each change of the ink or of what the network sees.</summary>
    public event Action? Changed;

    /// <summary>What the pointer does.</summary>
    public DrawingTool Tool { get; private set; }

    /// <summary>Whether the network sees the drawing fitted as MNIST's images are, and not as it lies on the pad.</summary>
    public bool IsFitted { get; private set; } = true;

    /// <summary>The pixel of the keyboard's cursor: its column and row, 0 to 27.</summary>
    public (int X, int Y) Cursor { get; private set; } = (Mnist.Side / 2, Mnist.Side / 2);

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => undo.Count > 0;

    /// <summary>Whether there is no ink.</summary>
    public bool IsEmpty => ink.IsEmpty;

    /// <summary>The pad's pixels, [28, 28]: 0 is paper, 255 is ink.</summary>
    public byte[] Pixels => ink.ToPixels();

    /// <summary>What the network sees, [28, 28]: 0 is paper, 255 is ink.</summary>
    public byte[] Seen => IsFitted ? MnistFit.Fit(ink) : ink.ToPixels();

    /// <summary>
    /// Takes a tool. Before single pixels are set, the pad gets what the network sees, so that they are the network's own.
    /// </summary>
    public void Use(DrawingTool tool)
    {
        if (tool == DrawingTool.Pixel && IsFitted)
        {
            Remember();
            Show(Seen);
            IsFitted = false;
        }

        Tool = tool;
        Changed?.Invoke();
    }

    /// <summary>Says whether drawings are fitted.</summary>
    public void Fit(bool isFitted)
    {
        IsFitted = isFitted;
        Changed?.Invoke();
    }

    /// <summary>The pointer comes down, in pixels from the top left corner.</summary>
    public void Begin(double x, double y)
    {
        Remember();
        last = (x, y);
        if (Tool == DrawingTool.Pixel && IsOnPad(x, y))
            pixelInk = ink.PixelAt((int)x, (int)y) > byte.MaxValue / 2 ? (byte)0 : byte.MaxValue;
        MoveTo(x, y);
    }

    /// <summary>The pointer moves while it is down; without <see cref="Begin"/> before, nothing happens.</summary>
    public void MoveTo(double x, double y)
    {
        if (last is not { } from)
            return;
        if (Tool == DrawingTool.Pixel)
        {
            if (IsOnPad(x, y))
                ink.SetPixel((int)x, (int)y, pixelInk);
        }
        else
        {
            ink.DrawLine(from.X, from.Y, x, y, erases: Tool == DrawingTool.Eraser);
        }

        last = (x, y);
        Changed?.Invoke();
    }

    /// <summary>The pointer is lifted.</summary>
    public void End() => last = null;

    /// <summary>Moves the keyboard's cursor by pixels, and draws on the way if told so.</summary>
    public void MoveCursor(int right, int down, bool draws)
    {
        (int x, int y) = Cursor;
        Cursor = (Math.Clamp(x + right, 0, Mnist.Side - 1), Math.Clamp(y + down, 0, Mnist.Side - 1));
        if (!draws)
        {
            Changed?.Invoke();
            return;
        }

        Begin(x + 0.5, y + 0.5);
        MoveTo(Cursor.X + 0.5, Cursor.Y + 0.5);
        End();
    }

    /// <summary>Uses the tool at the keyboard's cursor.</summary>
    public void DrawAtCursor()
    {
        Begin(Cursor.X + 0.5, Cursor.Y + 0.5);
        End();
    }

    /// <summary>Takes the last change of the ink back; without one, nothing happens.</summary>
    public void Undo()
    {
        if (!CanUndo)
            return;
        ink.Restore(undo[^1]);
        undo.RemoveAt(undo.Count - 1);
        Changed?.Invoke();
    }

    /// <summary>Takes all ink away, and fits drawings again.</summary>
    public void Clear()
    {
        if (!ink.IsEmpty)
            Remember();
        ink.Clear();
        IsFitted = true;
        if (Tool == DrawingTool.Pixel)
            Tool = DrawingTool.Pen;
        Changed?.Invoke();
    }

    /// <summary>Shows an image that is fitted already.</summary>
    /// <param name="pixels">Its pixels, [28, 28]: 0 is paper, 255 is ink.</param>
    /// <exception cref="ArgumentException">There are more pixels, or fewer.</exception>
    public void Load(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != Mnist.PixelsPerImage)
            throw new ArgumentException($"Expected {Mnist.PixelsPerImage} pixels; got {pixels.Length}.", nameof(pixels));
        Remember();
        Show(pixels);
        IsFitted = true;
        Changed?.Invoke();
    }

    private static bool IsOnPad(double x, double y) => x is >= 0 and < Mnist.Side && y is >= 0 and < Mnist.Side;

    private void Show(ReadOnlySpan<byte> pixels)
    {
        for (int i = 0; i < pixels.Length; i++)
            ink.SetPixel(i % Mnist.Side, i / Mnist.Side, pixels[i]);
    }

    private void Remember()
    {
        if (undo.Count == MostUndone)
            undo.RemoveAt(0);
        undo.Add(ink.Snapshot());
    }
}
