;; c += sign × a b' on square tiles of 66 × 66 numbers (f64, row by row) in shared memory, given by their addresses.
;;
;; This is the inner loop of the inversion. It takes a third of the time that the same loop takes in JavaScript
;; (bench/tile-products.ts). `npm run kernel` assembles it into product-kernel.wasm, which the program loads.
;;
;; The loop works out a block of 3 × 3 cells of c at once: nine sums that stay in registers. Each sum is a pair
;; (f64x2). Its left half adds up the even columns of a and b and its right half the odd ones, from left to right.
;; So the order of additions is fixed, and the result is the same to the last bit on every machine.
;;
;; Bytes: a number has 8, a pair 16, three cells 24, a row 528 (66 × 8), two rows 1056, three rows 1584, a tile
;; 34848.
(module
  (import "tiles" "memory" (memory 1 65536 shared))
  (func (export "addProduct") (param $c i32) (param $a i32) (param $b i32) (param $sign f64)
    ;; The address of the three rows of b at work, and the addresses after both tiles.
    (local $rows-of-b i32) (local $end-of-a i32) (local $end-of-b i32)
    ;; The addresses of the pairs of columns at work, and the address after the last pair.
    (local $pair-of-a i32) (local $pair-of-b i32) (local $last-pair i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $sum00 v128) (local $sum01 v128) (local $sum02 v128)
    (local $sum10 v128) (local $sum11 v128) (local $sum12 v128)
    (local $sum20 v128) (local $sum21 v128) (local $sum22 v128)

    (local.set $end-of-a (i32.add (local.get $a) (i32.const 34848)))
    (local.set $end-of-b (i32.add (local.get $b) (i32.const 34848)))
    (loop $next-rows-of-a
      (local.set $rows-of-b (local.get $b))
      (loop $next-rows-of-b
        (local.set $sum00 (v128.const i64x2 0 0))
        (local.set $sum01 (v128.const i64x2 0 0))
        (local.set $sum02 (v128.const i64x2 0 0))
        (local.set $sum10 (v128.const i64x2 0 0))
        (local.set $sum11 (v128.const i64x2 0 0))
        (local.set $sum12 (v128.const i64x2 0 0))
        (local.set $sum20 (v128.const i64x2 0 0))
        (local.set $sum21 (v128.const i64x2 0 0))
        (local.set $sum22 (v128.const i64x2 0 0))

        (local.set $pair-of-a (local.get $a))
        (local.set $pair-of-b (local.get $rows-of-b))
        (local.set $last-pair (i32.add (local.get $a) (i32.const 528)))
        (loop $next-pair
          (local.set $a0 (v128.load align=8 (local.get $pair-of-a)))
          (local.set $a1 (v128.load offset=528 align=8 (local.get $pair-of-a)))
          (local.set $a2 (v128.load offset=1056 align=8 (local.get $pair-of-a)))
          (local.set $b0 (v128.load align=8 (local.get $pair-of-b)))
          (local.set $b1 (v128.load offset=528 align=8 (local.get $pair-of-b)))
          (local.set $b2 (v128.load offset=1056 align=8 (local.get $pair-of-b)))
          (local.set $sum00 (f64x2.add (local.get $sum00) (f64x2.mul (local.get $a0) (local.get $b0))))
          (local.set $sum01 (f64x2.add (local.get $sum01) (f64x2.mul (local.get $a0) (local.get $b1))))
          (local.set $sum02 (f64x2.add (local.get $sum02) (f64x2.mul (local.get $a0) (local.get $b2))))
          (local.set $sum10 (f64x2.add (local.get $sum10) (f64x2.mul (local.get $a1) (local.get $b0))))
          (local.set $sum11 (f64x2.add (local.get $sum11) (f64x2.mul (local.get $a1) (local.get $b1))))
          (local.set $sum12 (f64x2.add (local.get $sum12) (f64x2.mul (local.get $a1) (local.get $b2))))
          (local.set $sum20 (f64x2.add (local.get $sum20) (f64x2.mul (local.get $a2) (local.get $b0))))
          (local.set $sum21 (f64x2.add (local.get $sum21) (f64x2.mul (local.get $a2) (local.get $b1))))
          (local.set $sum22 (f64x2.add (local.get $sum22) (f64x2.mul (local.get $a2) (local.get $b2))))
          (local.set $pair-of-a (i32.add (local.get $pair-of-a) (i32.const 16)))
          (local.set $pair-of-b (i32.add (local.get $pair-of-b) (i32.const 16)))
          (br_if $next-pair (i32.ne (local.get $pair-of-a) (local.get $last-pair))))

        ;; Each cell of c gets sign × (left half + right half).
        (f64.store (local.get $c) (f64.add (f64.load (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum00)) (f64x2.extract_lane 1 (local.get $sum00))) (local.get $sign))))
        (f64.store offset=8 (local.get $c) (f64.add (f64.load offset=8 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum01)) (f64x2.extract_lane 1 (local.get $sum01))) (local.get $sign))))
        (f64.store offset=16 (local.get $c) (f64.add (f64.load offset=16 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum02)) (f64x2.extract_lane 1 (local.get $sum02))) (local.get $sign))))
        (f64.store offset=528 (local.get $c) (f64.add (f64.load offset=528 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum10)) (f64x2.extract_lane 1 (local.get $sum10))) (local.get $sign))))
        (f64.store offset=536 (local.get $c) (f64.add (f64.load offset=536 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum11)) (f64x2.extract_lane 1 (local.get $sum11))) (local.get $sign))))
        (f64.store offset=544 (local.get $c) (f64.add (f64.load offset=544 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum12)) (f64x2.extract_lane 1 (local.get $sum12))) (local.get $sign))))
        (f64.store offset=1056 (local.get $c) (f64.add (f64.load offset=1056 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum20)) (f64x2.extract_lane 1 (local.get $sum20))) (local.get $sign))))
        (f64.store offset=1064 (local.get $c) (f64.add (f64.load offset=1064 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum21)) (f64x2.extract_lane 1 (local.get $sum21))) (local.get $sign))))
        (f64.store offset=1072 (local.get $c) (f64.add (f64.load offset=1072 (local.get $c)) (f64.mul (f64.add
          (f64x2.extract_lane 0 (local.get $sum22)) (f64x2.extract_lane 1 (local.get $sum22))) (local.get $sign))))
        (local.set $c (i32.add (local.get $c) (i32.const 24)))
        (local.set $rows-of-b (i32.add (local.get $rows-of-b) (i32.const 1584)))
        (br_if $next-rows-of-b (i32.ne (local.get $rows-of-b) (local.get $end-of-b))))
      ;; At the end of a row of c, the next two rows are done already.
      (local.set $c (i32.add (local.get $c) (i32.const 1056)))
      (local.set $a (i32.add (local.get $a) (i32.const 1584)))
      (br_if $next-rows-of-a (i32.ne (local.get $a) (local.get $end-of-a))))))
