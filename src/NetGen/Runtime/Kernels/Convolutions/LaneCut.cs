using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// What each lane of a vector computes of a convolution: a sample, or some columns of the result for one sample. In memory, lanes are the
/// innermost axis, [pixel][channel][lane].
/// </summary>
internal readonly struct LaneCut
{
    /// <summary>Columns of the image from one lane to the next.</summary>
    private readonly int step;

    private LaneCut(bool areColumns, int imageWidth, int outputWidth, int step) =>
        (AreColumns, ImageWidth, OutputWidth, this.step) = (areColumns, imageWidth, outputWidth, step);

    /// <summary>Whether lanes are columns of one sample.</summary>
    public bool AreColumns { get; }

    /// <summary>Columns of the image that a lane reads.</summary>
    public int ImageWidth { get; }

    /// <summary>Columns of the result that a lane computes.</summary>
    public int OutputWidth { get; }

    /// <summary>A sample in each lane.</summary>
    /// <param name="imageWidth">Columns of an image.</param>
    /// <param name="outputWidth">Columns of a result.</param>
    public static LaneCut Samples(int imageWidth, int outputWidth) => new(areColumns: false, imageWidth, outputWidth, 0);

    /// <summary>As many columns of a result in each lane as there must be, so that all lanes together have all of them.</summary>
    /// <param name="window">The convolution's window.</param>
    /// <param name="poolWidth">Columns of the pool's window behind it; 1 where there is none.</param>
    /// <param name="outputWidth">Columns of the result.</param>
    /// <param name="lanes">Lanes of a vector.</param>
    public static LaneCut Columns(in ConvolutionWindow window, int poolWidth, int outputWidth, int lanes)
    {
        int columns = (outputWidth + lanes - 1) / lanes, convolved = columns * poolWidth;
        int imageWidth = ((convolved - 1) * window.StrideWidth) + ((window.Width - 1) * window.DilationWidth) + 1;
        return new(areColumns: true, imageWidth, columns, convolved * window.StrideWidth);
    }

    /// <summary>Floats that <see cref="Read"/> needs for itself.</summary>
    /// <param name="image">The image.</param>
    /// <param name="lanes">Lanes of a vector.</param>
    public int Room(scoped in ImageBatch image, int lanes) =>
        AreColumns ? image.Height * step * image.Channels * Planes(in image, lanes) : 0;

    /// <summary>Brings what the lanes read into their order, from a sample on.</summary>
    /// <param name="image">The images.</param>
    /// <param name="sample">The first sample, or the only one.</param>
    /// <param name="lanesImage">Gets the lanes' images.</param>
    /// <param name="planes">Room, <see cref="Room"/>, with zeros at first.</param>
    public void Read<S, V>(scoped in ImageBatch image, int sample, ref float lanesImage, ref float planes)
        where S : ISimd<V>
        where V : struct
    {
        ref float first = ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride);
        int row = image.Width * image.Channels;
        if (!AreColumns)
        {
            Panel.Transpose(ref first, image.SampleStride, S.Lanes, image.Height * row, ref lanesImage, S.Lanes);
            return;
        }

        // Floats at one place within a step follow each other in a plane: the lanes of a column lie there in their order. All planes are
        // written before one is read, since a vector that is read at once waits for the single floats.
        int period = step * image.Channels, plane = Planes(in image, S.Lanes), whole = row / period;
        for (int y = 0; y < image.Height; y++)
        {
            ref float from = ref Unsafe.Add(ref first, y * row);
            ref float to = ref Unsafe.Add(ref planes, y * period * plane);
            Panel.Transpose(ref from, period, whole, period, ref to, plane);
            for (int i = whole * period; i < row; i++)
                Unsafe.Add(ref to, ((i - (whole * period)) * plane) + whole) = Unsafe.Add(ref from, i);
        }

        for (int y = 0; y < image.Height; y++)
        {
            for (int i = 0, place = 0, lane = 0; i < ImageWidth * image.Channels; i++)
            {
                S.Store(S.Load(ref Unsafe.Add(ref planes, (place * plane) + lane)), ref lanesImage);
                lanesImage = ref Unsafe.Add(ref lanesImage, S.Lanes);
                if (++place == period)
                    (place, lane) = (0, lane + 1);
            }

            planes = ref Unsafe.Add(ref planes, period * plane);
        }
    }

    /// <summary>Brings a line of the lanes' results into the order of the output, or of a tensor laid out like it.</summary>
    public void Write(ref float line, scoped in ImageBatch output, ref float first, int sample, int y, int lanes)
    {
        int floats = OutputWidth * output.Channels, row = output.Width * output.Channels;
        ref float to = ref Unsafe.Add(ref first, ((nint)sample * output.SampleStride) + (y * row));
        if (!AreColumns)
        {
            Panel.Transpose(ref line, lanes, floats, lanes, ref to, output.SampleStride);
            return;
        }

        // Lanes without columns are written where the next row will be.
        int whole = y + 1 < output.Height && lanes * floats <= 2 * row ? lanes : output.Width / OutputWidth;
        Panel.Transpose(ref line, lanes, floats, whole, ref to, floats);
        for (int i = whole * floats; i < row; i++)
            Unsafe.Add(ref to, i) = Unsafe.Add(ref line, ((i - (whole * floats)) * lanes) + whole);
    }

    /// <summary>Floats of a plane: those of a row, and zeros for lanes beyond it.</summary>
    private int Planes(scoped in ImageBatch image, int lanes) => (image.Width / step) + 1 + (ImageWidth / step) + lanes;
}
