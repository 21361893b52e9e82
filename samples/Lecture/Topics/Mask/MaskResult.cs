namespace Lecture.Mask;

/// <summary>Digits that were held out, and how their hidden patches were filled in.</summary>
/// <param name="Digits">The digits, with what is hidden of them.</param>
/// <param name="Filled">What the network gives for hidden pixels, and 0 for others.</param>
/// <param name="MeanDigit">The mean of the digits to train on.</param>
internal sealed record MaskResult(MaskedDigits Digits, float[] Filled, float[] MeanDigit)
{
    /// <summary>The mean squared error of hidden pixels, as the network fills them in.</summary>
    public double Error => Digits.Error(i => Filled[i]);

    /// <summary>The same where each hidden pixel is filled in with the mean of that pixel.</summary>
    public double ErrorOfMeanDigit => Digits.Error(i => MeanDigit[i % MeanDigit.Length]);
}
