using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using NetGen;

namespace DigitPad.Components;

/// <summary>The pad, its tools, and the picture of what the network sees.</summary>
public sealed partial class Pad : IDisposable
{
    private const int EventLength = 3, Down = 0, Up = 2;

    private ElementReference canvas, seen;
    private DotNetObjectReference<Pad>? self;
    private bool showsCursor;
    private int sampleSeed;

    private string Label =>
        $"Drawing pad, 28 by 28 pixels, cursor at column {Session.Board.Cursor.X + 1}, row {Session.Board.Cursor.Y + 1}";

    /// <summary>Takes what the pointer did since the last frame.</summary>
    /// <param name="events">Three numbers an event: 0 down, 1 move or 2 up, then column and row in pixels.</param>
    [JSInvokable]
    public void TakePointer(double[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        showsCursor = false;
        Session.Board.Changed -= Refresh;
        for (int i = 0; i + EventLength <= events.Length; i += EventLength)
        {
            if (events[i] == Down)
                Session.Board.Begin(events[i + 1], events[i + 2]);
            else
                Session.Board.MoveTo(events[i + 1], events[i + 2]);
            if (events[i] == Up)
                Session.Board.End();
        }

        Session.Board.Changed += Refresh;
        Refresh();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Board.Changed -= Refresh;
        self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Board.Changed += Refresh;

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            Script.WatchPad(canvas, self);
        }

        Script.PaintInk(canvas, Session.Board.Pixels, Mnist.Side, Mnist.Side);
        Script.PaintInk(seen, Session.Seen, Mnist.Side, Mnist.Side);
    }

    private void Refresh()
    {
        Session.Read();
        StateHasChanged();
    }

    private void Press(KeyboardEventArgs key)
    {
        showsCursor = true;
        switch (key.Key)
        {
            case "ArrowLeft":
                Session.Board.MoveCursor(-1, 0, key.ShiftKey);
                break;
            case "ArrowRight":
                Session.Board.MoveCursor(1, 0, key.ShiftKey);
                break;
            case "ArrowUp":
                Session.Board.MoveCursor(0, -1, key.ShiftKey);
                break;
            case "ArrowDown":
                Session.Board.MoveCursor(0, 1, key.ShiftKey);
                break;
            case " ":
                Session.Board.DrawAtCursor();
                break;
            case "Backspace":
                Session.Board.Undo();
                break;
            case "Delete":
                Session.Board.Clear();
                break;
        }
    }

    private void ShowCursor(bool shows) => showsCursor = shows;

    private void DrawSample() => Session.Board.Load(SyntheticDigits.Draw(1, ++sampleSeed).Pixels(0));
}
