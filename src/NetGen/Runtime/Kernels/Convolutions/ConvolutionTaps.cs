using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Lists where a window's terms lie. They form runs that are contiguous in the image and in the weight. Each run has its offset from the
/// first run in the image and from the weight's first row. A tile at the image's side has the runs that lie in the image.
/// </summary>
internal ref struct ConvolutionTaps
{
    private readonly ref int table;
    private readonly ConvolutionWindow window;
    private readonly nint imageRow;
    private readonly int pixel;
    private readonly int weightRow;
    private readonly bool isRun;

    /// <param name="table">Room for two numbers for each place of the window.</param>
    /// <param name="window">The window.</param>
    /// <param name="imageRow">Floats from one row of the image to the next.</param>
    /// <param name="pixel">Floats from one pixel to the next.</param>
    /// <param name="weightRow">Floats from one row of the weight, of one input channel, to the next.</param>
    public ConvolutionTaps(ref int table, ConvolutionWindow window, nint imageRow, int pixel, int weightRow)
    {
        this.table = ref table;
        this.window = window;
        this.imageRow = imageRow;
        this.pixel = pixel;
        this.weightRow = weightRow;
        isRun = window.DilationWidth * pixel == window.Inputs;
    }

    /// <summary>The first offset in the image; the one in the weight follows, then those of the next run.</summary>
    public readonly ref int Table => ref table;

    /// <summary>How many runs there are.</summary>
    public int Count { get; private set; }

    /// <summary>Terms of a run.</summary>
    public int Depth { get; private set; }

    /// <summary>How many numbers the table of a window has at most.</summary>
    public static int Room(in ConvolutionWindow window) => 2 * window.Height * window.Width;

    /// <summary>
    /// The offset from the window's first pixel, which may lie outside the image, to that of the first run. It is an offset because a
    /// reference to outside an array is not safe: the garbage collector would not move it along with the array.
    /// </summary>
    public nint First { get; private set; }

    /// <summary>Lists the rows [top, bottom) and columns [left, right) of the window.</summary>
    public void Fill(int top, int bottom, int left, int right)
    {
        int runs = isRun ? Math.Min(1, right - left) : right - left;
        Depth = isRun ? (right - left) * window.Inputs : window.Inputs;
        (Count, First) = (0, (top * window.DilationHeight * imageRow) + (left * window.DilationWidth * pixel));
        for (int ky = top; ky < bottom; ky++)
            for (int kx = left; kx < left + runs; kx++)
            {
                Unsafe.Add(ref table, 2 * Count) =
                    (int)(((ky - top) * window.DilationHeight * imageRow) + ((kx - left) * window.DilationWidth * pixel));
                Unsafe.Add(ref table, (2 * Count) + 1) = ((ky * window.Width) + kx) * window.Inputs * weightRow;
                Count++;
            }
    }

    /// <summary>
    /// Lists each term of the whole window by itself, by its offset in an image alone. The weight has them one after another.
    /// </summary>
    /// <param name="lanes">Floats from one channel of a pixel to the next.</param>
    public void FillTerms(int lanes)
    {
        (Depth, Count) = (1, 0);
        for (int ky = 0; ky < window.Height; ky++)
            for (int kx = 0; kx < window.Width; kx++)
                for (int channel = 0; channel < window.Inputs; channel++)
                    Unsafe.Add(ref table, Count++) =
                        (int)(ky * window.DilationHeight * imageRow) + (kx * window.DilationWidth * pixel) + (channel * lanes);
    }
}
